import { setTimeout as sleep } from 'node:timers/promises';
import { listen, type Listening, notify } from '../../src/database/notifications';
import type { Database } from '../../src/database/open-database';
import { transaction } from '../../src/database/transaction';
import { onEveryDatabase } from '../support/databases';
import { startPostgresProxy } from '../support/postgres-proxy';

const CHANNEL = 'klopt_test';
const PATIENCE_MS = 10_000;

onEveryDatabase('notifications', (databases) => {
  const listening: Listening[] = [];
  afterEach(() => Promise.all(listening.splice(0).map((one) => one.close())));

  const hearing = (database: Database, channel = CHANNEL) => {
    const heard: string[] = [];
    const one = listen(database, channel, (payload) => heard.push(payload));
    listening.push(one);
    return heard;
  };
  const tell = (database: Database, payload: string) =>
    transaction(database, (trx) => notify(trx, CHANNEL, payload));

  /** Tells it again and again until it is heard: on PostgreSQL, whoever begins to listen takes a moment. */
  const isHeard = async (database: Database, heard: string[], payload: string) => {
    const untilMs = Date.now() + PATIENCE_MS;
    while (!heard.includes(payload) && Date.now() < untilMs) {
      await tell(database, payload).catch(() => undefined);
      await sleep(50);
    }
    return heard.includes(payload);
  };

  it('are heard by all who listen to the channel, and by no others', async () => {
    const database = await databases.open();
    const [first, second, other] = [hearing(database), hearing(database), hearing(database, 'klopt_other')];
    expect(await isHeard(database, first, 'rte_1')).toBe(true);
    expect(await isHeard(database, second, 'rte_1')).toBe(true);
    expect(other).toEqual([]);
  });

  it('are heard in the order in which they were committed', async () => {
    const database = await databases.open();
    const heard = hearing(database);
    await isHeard(database, heard, 'first');
    for (const payload of ['a', 'b', 'c']) await tell(database, payload);
    await isHeard(database, heard, 'last');
    expect(heard.filter((payload) => payload.length === 1)).toEqual(['a', 'b', 'c']);
  });

  it('are not heard where the transaction was undone, nor once closed', async () => {
    const database = await databases.open();
    const heard = hearing(database);
    await isHeard(database, heard, 'first');
    const undone = transaction(database, async (trx) => {
      await notify(trx, CHANNEL, 'undone');
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await isHeard(database, heard, 'second');
    expect(heard).not.toContain('undone');
    await listening[0]?.close();
    await tell(database, 'closed');
    await sleep(100);
    expect(heard).not.toContain('closed');
  });

  if (databases.kind === 'sqlite') return;

  it('are heard from other processes', async () => {
    const url = await databases.url();
    const [here, there] = [await databases.connect(url), await databases.connect(url)];
    expect(await isHeard(there, hearing(here), 'rte_1')).toBe(true);
  });

  it('are heard again after the server has ended the connection', async () => {
    const database = await databases.open();
    const heard = hearing(database);
    await isHeard(database, heard, 'before');
    const listeners = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    for (const round of ['once', 'twice']) {
      await database.raw(listeners);
      expect(await isHeard(database, heard, round)).toBe(true);
    }
  });

  it('wait for a database that is away, and end while it is', async () => {
    const url = await databases.url();
    const proxy = await startPostgresProxy();
    const database = await databases.connect(proxy.through(url));
    const heard = hearing(database);
    await isHeard(database, heard, 'before');
    await proxy.cut();
    await sleep(300);
    const startedMs = Date.now();
    await listening[0]?.close();
    expect(Date.now() - startedMs).toBeLessThan(5_000);
  });
});
