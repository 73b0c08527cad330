import { createEnumerationLimit } from '../../src/access/enumeration-limit';
import { cast, problemOf, startApp, type Running } from '../support/start-app';
import { steeredClock } from '../support/steered-clock';

describe('getPostcode', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  const ask = (postcode: string, headers: Record<string, string> = {}) =>
    running.ask(`/v1/postcodes/${encodeURIComponent(postcode)}`, { headers });

  it('tells the street, the numbers and the place of a postcode', async () => {
    const answer = await ask('8951AB');
    expect(answer.status).toBe(200);
    const position = { latitude: expect.closeTo(52.44, 1), longitude: expect.closeTo(5.34, 1) };
    expect(await answer.json()).toEqual({
      postcode: '8951AB',
      cities: ['Zilverwaard'],
      streets: [
        {
          street: 'Kerkstraat',
          city: 'Zilverwaard',
          houseNumbers: [{ first: 2, last: 40, step: 2 }],
          addressCount: 20,
          position,
        },
      ],
      addressCount: 20,
      position,
      formerly: [],
      reference: { register: 'BAG', edition: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
  });

  it.each(['8951AB', '8951 AB', '8951ab', ' 8951.ab'])('reads %s', async (written) => {
    expect(await (await ask(written)).json()).toMatchObject({ postcode: '8951AB' });
  });

  it('tells both streets, both places, and every addition', async () => {
    expect(await (await ask('8957AO')).json()).toMatchObject({
      streets: [{ street: 'Achterom' }, { street: 'Voorom' }],
      addressCount: 12,
    });
    expect(await (await ask('8975GD')).json()).toMatchObject({ cities: ['Molenhorn', 'Sint Odaberg'] });
    expect(await (await ask('8953HK')).json()).toMatchObject({
      streets: [
        {
          houseNumbers: [
            { first: 1, last: 7, step: 2 },
            { first: 11, last: 11, step: 1 },
          ],
        },
      ],
      addressCount: 10,
    });
  });

  it('says where the addresses of a former postcode lie now', async () => {
    const answer = await ask('8956ZZ', { 'accept-language': 'en' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      type: '/docs/problems/not-found',
      detail: '8956 ZZ is no longer in use. What lay there now has: 8956 MP (Marktplein, Zilverwaard).',
      formerly: [{ street: 'Marktplein', city: 'Zilverwaard', postcode: '8956MP' }],
    });
  });

  it('says what is near a postcode that is not there, and whose district it is', async () => {
    const answer = await ask('8951ZZ');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      detail: expect.stringContaining('8951 ligt in Zilverwaard. Dichtbij zijn: 8951 AB, 8951 AC.'),
      formerly: [],
      nearestPostcodes: ['8951AB', '8951AC'],
      districtCities: ['Zilverwaard'],
    });
  });

  it('says that no postcode begins so', async () => {
    expect(await (await ask('1000AA')).json()).toMatchObject({
      detail: '1000 AA staat niet in het register, en geen andere postcode begint met 1000.',
      nearestPostcodes: [],
      districtCities: [],
    });
  });

  it.each([
    ['that is too short', '8951', 'format'],
    ['that begins with a 0', '0951AB', 'format'],
    ['with letters that are never issued', '8951SS', 'format'],
    ['that is too long', '8951AB'.padEnd(21, 'x'), 'too_big'],
  ])('refuses a postcode %s, naming the field', async (_, postcode, code) => {
    const answer = await ask(postcode);
    expect(answer.status).toBe(400);
    expect((await problemOf(answer)).errors).toContainEqual(
      expect.objectContaining({ in: 'path', pointer: '/postcode', code }),
    );
  });

  it('names everything that is wrong at once', async () => {
    const { errors = [] } = await problemOf(await running.ask('/v1/postcodes/8951?city=Zilverwaard'));
    expect(errors.map(({ in: place, pointer }) => `${place} ${pointer}`).sort()).toEqual([
      'path /postcode',
      'query /city',
    ]);
  });

  it('refuses who has no key, or a key without the scope', async () => {
    expect((await ask('8951AB', { authorization: '' })).status).toBe(401);
    expect((await ask('8951AB', { authorization: 'Bearer stranger' })).status).toBe(403);
  });

  it('logs no postcode', async () => {
    await ask('8951AC');
    expect(JSON.stringify(running.logged)).not.toMatch(/\b8951/);
  });
});

describe('getPostcode with a publishable key', () => {
  const page = { ...cast.page, scopes: new Set(['register'] as const) };
  let running: Running;
  beforeAll(async () => {
    const limits = { postcodesPerClient: 2, postcodesPerKey: 100 };
    const enumeration = createEnumerationLimit(steeredClock(), limits);
    const isPage = (authorization = '') => authorization === 'Bearer page';
    const authenticate = ({ authorization }: { authorization: string | undefined }) =>
      isPage(authorization) ? page : cast.owner;
    running = await startApp({ enumeration, authenticate });
  });
  afterAll(() => running.close());

  const ask = (postcode: string, who: string) =>
    running.ask(`/v1/postcodes/${postcode}`, {
      headers: { authorization: `Bearer ${who}`, 'accept-language': 'en' },
    });

  it('answers of a few different postcodes an hour, those that are not there too', async () => {
    expect((await ask('8951AB', 'page')).status).toBe(200);
    expect((await ask('8951ZZ', 'page')).status).toBe(404);
    const answer = await ask('8951AC', 'page');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('3600');
    expect((await problemOf(answer)).detail).toContain('Ask again in 60 min.');
    expect((await ask('8951AB', 'page')).status).toBe(200);
  });

  it('does not count for a secret key', async () => {
    for (const postcode of ['8951AB', '8951AC', '8957AO', '8962KL'])
      expect((await ask(postcode, 'owner')).status).toBe(200);
  });
});
