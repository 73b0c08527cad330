import { createAuthenticate } from '../../src/access/authenticate';
import { issueKey, type KeyRequest } from '../../src/access/issue-key';
import { newKey } from '../../src/access/key-format';
import { createKeyRing } from '../../src/access/key-ring';
import { revokeKey } from '../../src/access/revoke-key';
import type { Database } from '../../src/database/open-database';
import type { Authenticate, Caller } from '../../src/http/caller';
import { Problem } from '../../src/http/problem';
import { onEveryDatabase, type TestDatabases } from '../support/databases';
import { steeredClock, type SteeredClock } from '../support/steered-clock';

const secret: KeyRequest = { shopName: 'Voorbeeld', kind: 'secret', mode: 'live' };
const publishable: KeyRequest = { ...secret, kind: 'publishable', origins: ['https://shop.example'] };

interface Replica {
  authenticate: Authenticate;
  ring: ReturnType<typeof createKeyRing>;
  database: Database;
  queries: () => number;
  uses: string[];
}

function replicaOn(database: Database, clock: SteeredClock): Replica {
  const ring = createKeyRing(database, clock);
  const uses: string[] = [];
  let queries = 0;
  database.on('query', () => (queries += 1));
  return {
    ring,
    database,
    uses,
    queries: () => queries,
    // A busy machine must not make an answer another one.
    authenticate: createAuthenticate({
      ring,
      clock,
      noteUse: (keyId) => uses.push(keyId),
      patienceMs: 5_000,
    }),
  };
}

const bearer = (key: string, origin?: string) => ({ authorization: `Bearer ${key}`, origin });

async function problemOf(attempt: () => unknown): Promise<string> {
  try {
    await attempt();
    return 'none';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

async function setUp(databases: TestDatabases) {
  const clock = steeredClock();
  const url = await databases.url();
  const elsewhere = await databases.connect(url);
  const replica = replicaOn(await databases.connect(url), clock);
  await replica.ring.refresh();
  clock.advance(100);
  return { clock, elsewhere, ...replica };
}

onEveryDatabase('authentication', (databases) => {
  it('lets in at once, without a read, whoever is known', async () => {
    const { clock, elsewhere, authenticate, ring, queries, uses } = await setUp(databases);
    const { key, stored } = await issueKey(elsewhere, clock, { ...secret, mode: 'test', scopes: ['checks'] });
    await ring.refresh();
    const before = queries();
    const expected: Caller = {
      shopId: stored.shopId,
      keyId: stored.id,
      kind: 'secret',
      test: true,
      scopes: new Set(['checks']),
    };
    expect(authenticate(bearer(key))).toEqual(expected);
    expect(authenticate({ authorization: `bearer  ${key}`, origin: undefined })).toEqual(expected);
    expect(queries()).toBe(before);
    expect(uses).toEqual([stored.id, stored.id]);
  });

  it('lets in with a key that another process has only just made', async () => {
    const { clock, elsewhere, authenticate } = await setUp(databases);
    const { key, stored } = await issueKey(elsewhere, clock, secret);
    expect(await authenticate(bearer(key))).toMatchObject({ keyId: stored.id });
  });

  it('stops letting in with a revoked key within a second, whatever was asked before', async () => {
    const { clock, elsewhere, authenticate } = await setUp(databases);
    const { key, stored } = await issueKey(elsewhere, clock, secret);
    await authenticate(bearer(key));
    await revokeKey(elsewhere, clock, stored.id);
    clock.advance(1_001);
    expect(await problemOf(() => authenticate(bearer(key)))).toBe('unauthenticated');
  });

  it('stops in the midst of use: no request after the revocation has been seen gets in', async () => {
    const { clock, elsewhere, authenticate, ring } = await setUp(databases);
    const { key, stored } = await issueKey(elsewhere, clock, secret);
    await authenticate(bearer(key));
    const busy = Array.from({ length: 50 }, () => problemOf(() => authenticate(bearer(key))));
    await revokeKey(elsewhere, clock, stored.id);
    clock.advance(50);
    await ring.refresh();
    expect(await problemOf(() => authenticate(bearer(key)))).toBe('unauthenticated');
    expect(new Set(await Promise.all(busy))).toEqual(new Set(['none']));
  });

  it('reads nothing for what is no whole key', async () => {
    const { authenticate, queries } = await setUp(databases);
    const key = newKey({ kind: 'secret', mode: 'live' });
    const before = queries();
    for (const authorization of [
      undefined,
      '',
      'Bearer',
      'Bearer ',
      `Basic ${key}`,
      `Bearer ${key.slice(0, -1)}`,
    ]) {
      expect(await problemOf(() => authenticate({ authorization, origin: undefined }))).toBe(
        'unauthenticated',
      );
    }
    expect(queries()).toBe(before);
  });

  it('reads at most twice for a thousand made-up keys at once', async () => {
    const { authenticate, queries } = await setUp(databases);
    const before = queries();
    const guesses = Array.from({ length: 1_000 }, () => newKey({ kind: 'secret', mode: 'live' }));
    const problems = await Promise.all(guesses.map((key) => problemOf(() => authenticate(bearer(key)))));
    expect(new Set(problems)).toEqual(new Set(['unauthenticated']));
    expect(queries() - before).toBeLessThanOrEqual(2);
  });

  it('lets a publishable key in from its own pages only', async () => {
    const { clock, elsewhere, authenticate, ring } = await setUp(databases);
    const { key } = await issueKey(elsewhere, clock, publishable);
    await ring.refresh();
    expect(authenticate(bearer(key, 'https://shop.example'))).toMatchObject({ kind: 'publishable' });
    for (const origin of [
      undefined,
      'null',
      'http://shop.example',
      'https://shop.example:8443',
      'https://evil.example',
    ]) {
      expect(await problemOf(() => authenticate(bearer(key, origin)))).toBe('forbidden');
    }
    expect(ring.allowsOrigin('https://shop.example')).toBe(true);
    expect(ring.allowsOrigin('https://evil.example')).toBe(false);
  });

  it('knows all keys again after the database was put back from a backup', async () => {
    const { clock, elsewhere, authenticate, ring } = await setUp(databases);
    const kept = await issueKey(elsewhere, clock, secret);
    const lost = await issueKey(elsewhere, clock, secret);
    await ring.refresh();
    await elsewhere('api_keys').where({ id: lost.stored.id }).delete();
    await elsewhere('change_markers').where({ name: 'api_keys' }).update({ version: 1 });
    clock.advance(1_001);
    expect(await authenticate(bearer(kept.key))).toMatchObject({ keyId: kept.stored.id });
    expect(await problemOf(() => authenticate(bearer(lost.key)))).toBe('unauthenticated');
  });

  it('keeps known keys working for five minutes without a database; an unknown one is 503, never 401', async () => {
    const { clock, elsewhere, authenticate, ring, database } = await setUp(databases);
    const { key } = await issueKey(elsewhere, clock, secret);
    await ring.refresh();
    await database.destroy();
    clock.advance(60_000);
    expect(await authenticate(bearer(key))).toMatchObject({ kind: 'secret' });
    expect(await problemOf(() => authenticate(bearer(newKey(secret))))).toBe('unavailable');
    clock.advance(5 * 60_000);
    expect(await problemOf(() => authenticate(bearer(key)))).toBe('unavailable');
  });
});
