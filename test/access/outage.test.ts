import { createAuthenticate } from '../../src/access/authenticate';
import { issueKey } from '../../src/access/issue-key';
import { newKey } from '../../src/access/key-format';
import { createKeyRing } from '../../src/access/key-ring';
import { createRateLimit } from '../../src/access/rate-limit';
import type { Clock } from '../../src/clock';
import { systemClock } from '../../src/clock';
import { isDatabaseUnavailable } from '../../src/database/database-error';
import { onEveryDatabase } from '../support/databases';
import { startPostgresProxy, type PostgresProxy } from '../support/postgres-proxy';

const secret = { shopName: 'Voorbeeld', kind: 'secret', mode: 'live' } as const;

onEveryDatabase('a PostgreSQL that goes away', (databases) => {
  if (databases.kind === 'sqlite') {
    it('cannot happen to a file', () => expect(databases.kind).toBe('sqlite'));
    return;
  }

  async function setUp() {
    const proxy = await startPostgresProxy();
    const database = await databases.connect(proxy.through(await databases.url()));
    const { key, stored } = await issueKey(database, systemClock, secret);
    let offsetMs = 0;
    const clock: Clock = { ...systemClock, monotonicMs: () => systemClock.monotonicMs() + offsetMs };
    const ring = createKeyRing(database, clock);
    await ring.refresh();
    const authenticate = createAuthenticate({ ring, clock, noteUse: () => undefined });
    return {
      proxy,
      database,
      stored,
      advance: (ms: number) => (offsetMs += ms),
      enter: async (bearer = key) => authenticate({ authorization: `Bearer ${bearer}`, origin: undefined }),
    };
  }

  it.each<[string, (proxy: PostgresProxy) => unknown]>([
    ['is refused', (proxy) => proxy.cut()],
    ['hangs', (proxy) => proxy.freeze()],
  ])('lets known keys in, the first within 300 ms and others at once, when it %s', async (_, fail) => {
    const { proxy, advance, enter, stored } = await setUp();
    await fail(proxy);
    advance(1_001);
    const startedMs = performance.now();
    expect(await enter()).toMatchObject({ keyId: stored.id });
    const firstMs = performance.now() - startedMs;
    for (let request = 0; request < 100; request += 1) await enter();
    expect(firstMs).toBeLessThan(400);
    expect(performance.now() - startedMs - firstMs).toBeLessThan(100);
    await expect(enter(newKey(secret))).rejects.toMatchObject({ code: 'unavailable' });
    await proxy.cut();
  });

  it('leaves rate limits to memory', async () => {
    const { proxy, database, enter } = await setUp();
    const limit = createRateLimit(database, () => 5);
    const caller = await enter();
    await limit(caller);
    proxy.freeze();
    expect(await limit(caller)).toMatchObject({ limit: 5, remaining: 4 });
    await proxy.cut();
  });

  it('is known for what it is by its error', async () => {
    const { proxy, database } = await setUp();
    await proxy.cut();
    const error = await database('shops').catch((reason: unknown) => reason);
    expect(isDatabaseUnavailable(error)).toBe(true);
  });
});
