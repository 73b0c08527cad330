import { issueKey, type KeyRequest } from '../../src/access/issue-key';
import { KeyRefused } from '../../src/access/key-refused';
import { listKeys } from '../../src/access/keys-store';
import { revokeKey } from '../../src/access/revoke-key';
import { onEveryDatabase } from '../support/databases';
import { steeredClock } from '../support/steered-clock';

const clock = steeredClock();
const secret: KeyRequest = { shopName: 'Voorbeeld', kind: 'secret', mode: 'live' };
const publishable: KeyRequest = { ...secret, kind: 'publishable', origins: ['https://Shop.example:443/'] };

onEveryDatabase('issuing keys', (databases) => {
  it('makes the shop once, and keeps of the key only its hash', async () => {
    const database = await databases.open();
    const first = await issueKey(database, clock, secret);
    const second = await issueKey(database, clock, publishable);
    expect(second.stored.shopId).toBe(first.stored.shopId);
    expect(await database('shops').pluck('name')).toEqual(['Voorbeeld']);
    const everything = JSON.stringify([await database('api_keys'), await database('shops')]);
    expect(everything).not.toContain(first.key);
    expect(everything).not.toContain(first.key.slice(-32));
  });

  it('gives each kind the scopes, origins and limit that befit it', async () => {
    const database = await databases.open();
    await issueKey(database, clock, { ...secret, scopes: ['amendments', 'checks'], requestsPerMinute: 9 });
    await issueKey(database, clock, publishable);
    const [open, own] = (await listKeys(database)).sort((a, b) => a.kind.localeCompare(b.kind));
    expect(own).toMatchObject({ scopes: ['checks', 'amendments'], origins: [], requestsPerMinute: 9 });
    expect(open).toMatchObject({
      scopes: ['checks', 'suggestions'],
      origins: ['https://shop.example'],
      requestsPerMinute: 300,
      createdAtMs: clock.nowMs(),
      lastUsedAtMs: null,
      revokedAtMs: null,
    });
  });

  it('lets shops announce shipments by their servers, and never from a page', async () => {
    const database = await databases.open();
    const { stored } = await issueKey(database, clock, secret);
    expect(stored.scopes).toEqual(['checks', 'suggestions', 'register', 'shipments']);
    const fromPage = issueKey(database, clock, { ...publishable, scopes: ['shipments'] });
    await expect(fromPage).rejects.toThrow(/not shipments/);
  });

  it('allows two active keys of a shop, kind and mode, and a third after one is revoked', async () => {
    const database = await databases.open();
    const first = await issueKey(database, clock, secret);
    await issueKey(database, clock, secret);
    await expect(issueKey(database, clock, secret)).rejects.toThrow(/2 active secret live keys already/);
    await issueKey(database, clock, { ...secret, mode: 'test' });
    await issueKey(database, clock, { ...secret, shopName: 'Ander' });
    await revokeKey(database, clock, first.stored.id);
    await expect(issueKey(database, clock, secret)).resolves.toBeDefined();
  });

  it('keeps to two when several are asked for at once, from several processes', async () => {
    const url = await databases.url();
    const replicas = await Promise.all([1, 2].map(() => databases.connect(url)));
    const attempts = replicas.flatMap((database) =>
      [1, 2, 3].map(() => issueKey(database, clock, secret).catch((error: unknown) => error)),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome instanceof KeyRefused)).toHaveLength(4);
    expect(await listKeys(replicas[0]!)).toHaveLength(2);
    expect(await replicas[0]!('shops')).toHaveLength(1);
  });

  it.each<[string, Partial<KeyRequest>, RegExp]>([
    ['no name', { shopName: '  ' }, /1 to 200 characters/],
    ['a scope that does not exist', { scopes: ['all'] }, /not all\./],
    [
      'a publishable key that changes things',
      { kind: 'publishable', scopes: ['amendments'] },
      /not amendments/,
    ],
    ['a publishable key for every page', { kind: 'publishable' }, /at least one origin/],
    [
      'an origin with a path',
      { kind: 'publishable', origins: ['https://a.example/shop'] },
      /is not an origin/,
    ],
    ['a wildcard', { kind: 'publishable', origins: ['*'] }, /\* is not an origin/],
    ['a secret key on a page', { origins: ['https://a.example'] }, /belongs on a server/],
    ['no requests at all', { requestsPerMinute: 0 }, /whole number of requests/],
  ])('refuses %s', async (_, change, words) => {
    const database = await databases.open();
    await expect(issueKey(database, clock, { ...secret, ...change })).rejects.toThrow(words);
    expect(await listKeys(database)).toEqual([]);
  });

  it('revokes by id or prefix, once', async () => {
    const database = await databases.open();
    const { stored } = await issueKey(database, clock, secret);
    expect(await revokeKey(database, clock, 'klopt_sk_live_zzzzzz')).toEqual({ outcome: 'unknown' });
    expect(await revokeKey(database, clock, stored.prefix)).toMatchObject({ outcome: 'revoked' });
    expect(await revokeKey(database, clock, stored.id)).toMatchObject({ outcome: 'already_revoked' });
    expect((await listKeys(database, 'Voorbeeld'))[0]?.revokedAtMs).toBe(clock.nowMs());
    expect(await listKeys(database, 'Ander')).toEqual([]);
  });
});
