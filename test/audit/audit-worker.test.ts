import { setTimeout as sleep } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { startAuditWorker } from '../../src/audit/audit-worker';
import { verifyAudit } from '../../src/audit/verify-audit';
import type { Database } from '../../src/database/open-database';
import type { Repeated } from '../../src/every';
import { createLog } from '../../src/log';
import { recordHours } from '../support/audit';
import { onEveryDatabase } from '../support/databases';
import { steeredClock } from '../support/steered-clock';

/** On a machine that does more than this test. */
const PATIENCE_MS = 10_000;

onEveryDatabase('the worker of the audit log', (databases) => {
  const logged: string[] = [];
  const clock = steeredClock();
  const registry = new Registry();
  const workers: Repeated[] = [];
  const start = (database: Database) => {
    registry.clear();
    const log = createLog('warn', { write: (line) => logged.push(line) });
    workers.push(startAuditWorker({ database, clock, log, registry }));
  };
  const stop = () => Promise.all(workers.splice(0).map((worker) => worker.stop()));
  beforeEach(() => logged.splice(0));
  afterEach(stop);

  const comesTrue = async (holds: () => Promise<boolean>) => {
    const startedMs = performance.now();
    while (!(await holds())) {
      if (performance.now() - startedMs > PATIENCE_MS) return false;
      await sleep(20);
    }
    return true;
  };
  const isSealed = (database: Database, entries: number) => async () => {
    const { entries: sealed, unsealed, broken } = await verifyAudit(database);
    return sealed === entries && unsealed === 0 && broken === null;
  };

  it('seals what was written, soon after', async () => {
    const database = await databases.open();
    start(database);
    await recordHours(database, 3);
    expect(await comesTrue(isSealed(database, 3))).toBe(true);
  });

  it('seals what is left when it stops, and lets the next one go on at once', async () => {
    const database = await databases.open();
    for (let round = 1; round <= 2; round++) {
      start(database);
      await recordHours(database, 3);
      await stop();
      expect(await isSealed(database, 3 * round)()).toBe(true);
    }
    expect(logged).toEqual([]);
  });

  it('makes one chain with the workers of other replicas', async () => {
    const url = await databases.url();
    const replicas = await Promise.all([1, 2].map(() => databases.connect(url)));
    replicas.forEach(start);
    await Promise.all(replicas.map((replica) => recordHours(replica, 20)));
    expect(await comesTrue(isSealed(replicas[0]!, 40))).toBe(true);
  });

  it('goes on after the database was away, and says so without what is in it', async () => {
    const database = await databases.open();
    await recordHours(database, 2);
    await database.schema.renameTable('audit_entries', 'away');
    start(database);
    expect(await comesTrue(() => Promise.resolve(logged.length > 0))).toBe(true);
    expect(logged.join()).toContain('could not be sealed');
    expect(logged.join()).not.toContain('snd_');
    await database.schema.renameTable('away', 'audit_entries');
    expect(await comesTrue(isSealed(database, 2))).toBe(true);
  });

  it('tells how long the oldest entry has been waiting', async () => {
    const database = await databases.open();
    const holdUp = { name: 'audit-seal', holder: 'another', lease_until: clock.nowMs() + 60_000 };
    await database('leases').insert(holdUp);
    await recordHours(database, 1);
    start(database);
    clock.advance(7_000);
    const shows = (seconds: number) => async () =>
      (await registry.metrics()).includes(`klopt_audit_unsealed_seconds ${seconds}\n`);
    expect(await shows(0)()).toBe(true);
    expect(await comesTrue(shows(7))).toBe(true);
    await database('leases').update({ lease_until: 0 });
    expect(await comesTrue(shows(0))).toBe(true);
  });
});
