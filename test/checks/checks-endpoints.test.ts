import { createEnumerationLimit } from '../../src/access/enumeration-limit';
import type { Caller } from '../../src/http/caller';
import { authenticateCast, cast, problemOf, startApp, type Running } from '../support/start-app';
import { steeredClock } from '../support/steered-clock';

const lindelaan = { street: 'Lindelaan', houseNumber: 12, postcode: '8962KL', city: 'Zilverwaard' };
const shopfront: Caller = { ...cast.page, scopes: new Set(['checks']) };

describe("a page's key that checks addresses", () => {
  let running: Running;
  beforeEach(async () => {
    const limits = { postcodesPerClient: 2, postcodesPerKey: 100 };
    running = await startApp({
      enumeration: createEnumerationLimit(steeredClock(), limits),
      authenticate: (given) =>
        given.authorization === 'Bearer shopfront' ? shopfront : authenticateCast(given),
    });
  });
  afterEach(() => running.close());

  const check = (address: object, who = 'shopfront') =>
    running.post('/v1/address-checks', { address }, { authorization: `Bearer ${who}` });

  it('may ask about the same postcode again and again', async () => {
    for (let turn = 0; turn < 5; turn++) expect((await check(lindelaan)).status).toBe(200);
  });

  it.each<[string, object[]]>([
    ['typed', [{ postcode: '1000AA' }, { postcode: '1000AB' }, { postcode: '1000AC' }]],
    [
      'within a line',
      [{ postcode: '1000AA' }, { postcode: '1000AB' }, { addressLine: 'Kerkstraat 1, 1000AC Zilverwaard' }],
    ],
    [
      'that it was told',
      [{ postcode: '1000AA' }, { postcode: '1000AB' }, { ...lindelaan, postcode: undefined }],
    ],
  ])('is told when to come back after too many postcodes %s', async (_, addresses) => {
    const answers = [];
    for (const address of addresses) answers.push(await check(address));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await problemOf(answers[2]!)).type).toBe('/docs/problems/too-many-requests');
    expect((await check({ postcode: '1000AD' }, 'owner')).status).toBe(200);
  });
});
