import type { CheckMemory } from '../../src/checks/check-memory-worker';
import { as, authenticateChecks as authenticate } from '../support/checks-cast';
import { startApp, type Running } from '../support/start-app';

const path = '/v1/address-checks';
const valid = { street: 'Lindelaan', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' };
const mixed = { ...valid, postcode: '8951 AB' };
const MISSING_ID = 'chk_01KA2J6W3Z5Y8Q7R9S0T1V2W3X';

describe('keys', () => {
  it('of tests have magic postcodes, others have not', async () => {
    const own = await startApp({ authenticate });
    const magic = { address: { postcode: '8999VA', houseNumber: 1 } };
    for (const [who, verdict] of [
      ['test', 'accept'],
      ['owner', 'fix'],
    ] as const)
      expect(await (await own.post(path, magic, as(who))).json()).toMatchObject({ verdict });
    await own.close();
  });

  it.each(['test', 'shopfront'])('of %s leave nothing behind', async (who) => {
    const kept: string[] = [];
    const checkMemory: CheckMemory = {
      keep: ({ shopId }) => void kept.push(shopId),
      find: () => Promise.resolve(undefined),
      close: () => Promise.resolve(),
    };
    const own = await startApp({ authenticate, checkMemory });
    await own.post(path, { address: mixed }, as(who));
    expect(kept).toEqual([]);
    await own.post(path, { address: mixed }, as('owner'));
    expect(kept).toEqual(['shp_owner']);
    await own.close();
  });

  it('answer the same, byte for byte but for the id, whatever another shop knows', async () => {
    const bodies = [{ address: mixed }, { address: valid }, { address: mixed, previousCheckId: MISSING_ID }];
    const bytes = async (app: Running, who: string) =>
      Promise.all(
        bodies.map(async (body) =>
          (await (await app.post(path, body, as(who))).text()).replace(/chk_[0-9A-Z]{26}/, ''),
        ),
      );
    const alone = await startApp({ authenticate });
    const besideOthers = await startApp({ authenticate });
    for (let order = 0; order < 20; order++)
      await besideOthers.post(
        path,
        {
          address: mixed,
          knownAddresses: [{ ...valid, role: 'current' }],
          customerReference: 'c-17',
        },
        as('stranger'),
      );
    for (const who of ['owner', 'shopfront'])
      expect(await bytes(besideOthers, who)).toEqual(await bytes(alone, who));
    await alone.close();
    await besideOthers.close();
  });
});

it('nothing of an address, or of who asks, is logged or counted', async () => {
  const running = await startApp();
  await running.post(path, { address: mixed, customerReference: 'klant-17', knownAddresses: [valid] });
  await running.post(path, { address: { ...valid, postalcode: 'Kerkstraat' } });
  const said = JSON.stringify(running.logged) + (await running.metrics.registry.metrics());
  expect(said).not.toMatch(/Lindelaan|Kerkstraat|8951 ?AB|8962 ?KL|Zilverwaard|klant-17/);
  await running.close();
});
