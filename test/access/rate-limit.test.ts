import { createRateLimit, type LimitState } from '../../src/access/rate-limit';
import type { Database } from '../../src/database/open-database';
import type { Caller } from '../../src/http/caller';
import { onEveryDatabase } from '../support/databases';

const callerWith = (keyId: string): Caller => ({
  shopId: 'shp_1',
  keyId,
  kind: 'secret',
  test: false,
  scopes: new Set(),
});
const limits: Record<string, number> = { three: 3, five: 5 };

const limitOn = (database: Database) => createRateLimit(database, (keyId) => limits[keyId] ?? null);

async function remainingOf(states: Promise<(LimitState | undefined)[]>): Promise<(number | undefined)[]> {
  return (await states).map((state) => state?.remaining);
}

onEveryDatabase('a rate limit', (databases) => {
  it('counts down to one request too many, each key for itself', async () => {
    const limit = limitOn(await databases.open());
    const seen: (LimitState | undefined)[] = [];
    for (let request = 0; request < 5; request += 1) seen.push(await limit(callerWith('three')));
    expect(seen.map((state) => state?.remaining)).toEqual([2, 1, 0, -1, -1]);
    expect(seen[0]).toMatchObject({ limit: 3, windowSeconds: 60 });
    for (const state of seen) expect(state!.resetSeconds).toBeGreaterThan(0);
    for (const state of seen) expect(state!.resetSeconds).toBeLessThanOrEqual(60);
    expect(await limit(callerWith('five'))).toMatchObject({ limit: 5, remaining: 4 });
  });

  it('does not exist for a key without one', async () => {
    expect(limitOn(await databases.open())(callerWith('none'))).toBeUndefined();
  });

  it('holds when requests come at once', async () => {
    const limit = limitOn(await databases.open());
    const all = await remainingOf(
      Promise.all(Array.from({ length: 8 }, async () => limit(callerWith('five')))),
    );
    expect(all.filter((remaining) => remaining! >= 0)).toHaveLength(5);
  });

  it('goes on in memory when the database is away', async () => {
    const database = await databases.open();
    const limit = limitOn(database);
    await database.destroy();
    expect(await limit(callerWith('three'))).toMatchObject({ limit: 3, remaining: 2 });
  });

  it('is shared by replicas on PostgreSQL, and holds for one process on SQLite', async () => {
    const url = await databases.url();
    const [one, other] = await Promise.all([1, 2].map(async () => limitOn(await databases.connect(url))));
    await one!(callerWith('five'));
    const shared = databases.kind === 'postgres';
    expect(await other!(callerWith('five'))).toMatchObject({ remaining: shared ? 3 : 4 });
  });
});
