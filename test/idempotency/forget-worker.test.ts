import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from '../../src/database/open-database';
import { forgetOld, startForgetWorker } from '../../src/idempotency/forget-worker';
import { createLog } from '../../src/log';
import { onEveryDatabase } from '../support/databases';
import { steeredClock } from '../support/steered-clock';

const DAY_MS = 86_400_000;

onEveryDatabase('kept results of idempotent writes', (databases) => {
  const clock = steeredClock();
  const logged: string[] = [];
  const dependenciesOf = (database: Database) => ({
    database,
    clock,
    log: createLog('warn', { write: (line) => logged.push(line) }),
  });
  beforeEach(() => logged.splice(0));

  const keep = (database: Database, keys: readonly string[], ageMs: number) =>
    database.batchInsert(
      'idempotency_keys',
      keys.map((key) => ({
        owner: 'shp_owner',
        key,
        fingerprint: 'f',
        subject: `snd_${key}`,
        result: '{}',
        created_at: clock.nowMs() - ageMs,
      })),
      100,
    );
  const many = Array.from({ length: 1_200 }, (_, number) => `old_${number}`);
  const kept = (database: Database) => database('idempotency_keys').orderBy('key').pluck('key');

  it('are forgotten after a day, however many, and not before', async () => {
    const database = await databases.open();
    await keep(database, many, DAY_MS + 1);
    await keep(database, ['a day', 'now'], DAY_MS);
    await forgetOld(dependenciesOf(database));
    expect(await kept(database)).toEqual(['a day', 'now']);
    expect(logged).toEqual([]);
  });

  it('are forgotten though two replicas do so at once', async () => {
    const url = await databases.url();
    const replicas = await Promise.all([1, 2].map(() => databases.connect(url)));
    await keep(replicas[0]!, many, 2 * DAY_MS);
    await Promise.all(replicas.map((replica) => forgetOld(dependenciesOf(replica))));
    await forgetOld(dependenciesOf(replicas[0]!));
    expect(await kept(replicas[0]!)).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('stay while the database is away, without an end to the worker', async () => {
    const database = await databases.open();
    await keep(database, ['old'], 2 * DAY_MS);
    await database.schema.renameTable('idempotency_keys', 'away');
    await forgetOld(dependenciesOf(database));
    expect(logged.join()).toContain('could not be deleted');
    expect(logged.join()).not.toContain('shp_owner');
    await database.schema.renameTable('away', 'idempotency_keys');
    await forgetOld(dependenciesOf(database));
    expect(await kept(database)).toEqual([]);
  });

  it('are looked at every five minutes, until the worker is stopped', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'Date', 'performance'] });
    const look = jest.fn().mockRejectedValue(new Error('away'));
    const database = { transaction: look, client: {} } as unknown as Database;
    const worker = startForgetWorker(dependenciesOf(database));
    for (const looks of [0, 1, 2]) {
      expect(look).toHaveBeenCalledTimes(looks);
      await jest.advanceTimersByTimeAsync(5 * 60_000);
      await turn();
    }
    await worker.stop();
    await jest.advanceTimersByTimeAsync(11 * 60_000);
    expect(look).toHaveBeenCalledTimes(3);
    jest.useRealTimers();
  });
});
