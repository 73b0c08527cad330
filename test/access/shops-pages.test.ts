import { createAccess } from '../../src/access/create-access';
import { wordOf } from '../../src/access/token-format';
import { createLog } from '../../src/log';
import { onEveryDatabase } from '../support/databases';
import { secretIn, startUpkeep, type UpkeepService, wordsOf } from '../support/upkeep-service';

const SHOPS = '/desk/upkeep/shops';
const secret = { kind: 'secret', mode: 'live' };
const zon = { ...secret, shopName: 'Zon' };
const publishable = {
  kind: 'publishable',
  mode: 'test',
  origins: 'https://A.example:443/\nhttps://b.example',
};

onEveryDatabase('the shops that supervisors keep up', (databases) => {
  let service: UpkeepService;
  beforeEach(async () => {
    service = await startUpkeep(await databases.open());
  });
  afterEach(() => service.close());

  const shopId = async (name: string) => {
    const row = await service.database('shops').where({ name }).first<{ id: string }>('id');
    return row.id;
  };
  const keysOf = async (shop: string) =>
    service
      .database('api_keys')
      .where({ shop_id: await shopId(shop) })
      .orderBy('id')
      .pluck<string[]>('id');
  const add = async (form: Readonly<Record<string, string>>) =>
    service.send('supervisor', `${SHOPS}/${await shopId('Zon')}/keys`, form);

  it('are made with a first key, which is shown once, in no URL, and lets in', async () => {
    const added = await service.send('supervisor', SHOPS, zon);
    expect([added.status, added.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const key = secretIn(added);
    expect(wordOf(key)).toBe('sk_live');
    const { database, clock } = service;
    const access = await createAccess({ database, clock, log: createLog('silent') });
    expect(await access.authenticate({ authorization: `Bearer ${key}`, origin: undefined })).toMatchObject({
      shopId: await shopId('Zon'),
    });
    await access.close();
    const listed = await service.show('supervisor', SHOPS);
    expect(wordsOf(listed)).toMatch(/Zon klopt_sk_live_\w{6}… 5 Jan 2026, 13:00/);
    expect(listed.text + JSON.stringify(service.logged)).not.toContain(key);
    expect(await service.audited()).toEqual(['per_supervisor key.issued key']);
  });

  it('show of each key what it is for', async () => {
    await service.send('supervisor', SHOPS, { ...zon, ...publishable, requestsPerMinute: '1200' });
    await add({ ...secret, scopes: 'amendments' });
    const shown = wordsOf(await service.show('supervisor', `${SHOPS}/${await shopId('Zon')}`));
    expect(shown).toMatch(
      /publishable, for pages in the browser ; testing: .* https:\/\/a\.example https:\/\/b\.example/,
    );
    expect(shown).toMatch(
      /check addresses, suggest addresses while typing 1,200 a minute 5 Jan 2026, 13:00 never yet/,
    );
    expect(shown).toMatch(/secret, for servers amend the register no limit/);
  });

  it.each([
    ['no name', { ...zon, shopName: ' ' }, [/Name of the shop:/]],
    ['another kind and mode', { ...zon, kind: 'open', mode: 'dead' }, [/kind/, /mode/]],
    ['a secret key for pages', { ...zon, origins: 'https://a.example' }, [/Websites:.*belongs on a server/]],
    [
      'a publishable key that writes, for what is no origin',
      { ...zon, kind: 'publishable', scopes: 'shipments', origins: 'a.example' },
      [/scopes.*not shipments/, /Websites:.*a\.example is not an origin/],
    ],
    ['a limit of nothing', { ...zon, requestsPerMinute: '0' }, [/Requests a minute:/]],
  ])('are refused with %s, every mistake named', async (_, form, words) => {
    const refused = await service.send('supervisor', SHOPS, form);
    expect(refused.status).toBe(400);
    for (const one of words) expect(wordsOf(refused)).toMatch(one);
    expect(await service.audited()).toEqual([]);
  });

  it('have two keys of a kind that work at most, also where two supervisors make one at once', async () => {
    await service.send('supervisor', SHOPS, zon);
    const both = await Promise.all([add(secret), add(secret)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.map((one) => wordsOf(one)).join()).toContain('2 keys of this kind that work already');
    expect((await add({ ...secret, mode: 'test' })).status).toBe(200);
  });

  it('have a key revoked once where two supervisors do so at once, and only where it is theirs', async () => {
    await service.send('supervisor', SHOPS, zon);
    const [key = ''] = await keysOf('Zon');
    const revoke = async (shop: string) =>
      service.send('supervisor', `${SHOPS}/${await shopId(shop)}/keys/${key}/revoke`);
    expect((await revoke('shp_owner')).status).toBe(404);
    const both = await Promise.all([revoke('Zon'), revoke('Zon')]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await service.audited()).toEqual([
      'per_supervisor key.issued key',
      'per_supervisor key.revoked key',
    ]);
    expect(wordsOf(await service.show('supervisor', `${SHOPS}/${await shopId('Zon')}`))).toMatch(
      /has no key that works.*revoked on 5 Jan 2026/,
    );
  });

  it('are not there under another id', async () => {
    expect((await service.show('supervisor', `${SHOPS}/shp_none`)).status).toBe(404);
    expect((await service.send('supervisor', `${SHOPS}/shp_none/keys`, secret)).status).toBe(404);
  });

  it('are for supervisors of all depots: one of a depot is told so, and is shown no way there', async () => {
    const refused = await service.show('lead', SHOPS);
    expect([refused.status, wordsOf(refused)]).toEqual([
      403,
      expect.stringContaining('supervisors of all depots'),
    ]);
    expect((await service.send('lead', SHOPS, zon)).status).toBe(403);
    expect((await service.show('lead', '/desk/upkeep/people')).text).not.toContain(SHOPS);
    expect(await service.audited()).toEqual([]);
  });
});
