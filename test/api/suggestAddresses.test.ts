import type { z } from 'zod';
import { createAccess } from '../../src/access/create-access';
import { createEnumerationLimit } from '../../src/access/enumeration-limit';
import { issueKey } from '../../src/access/issue-key';
import { systemClock } from '../../src/clock';
import { migrate } from '../../src/database/migrate';
import { openSqlite } from '../../src/database/sqlite';
import type { addressSuggestionsResponse } from '../../src/register/suggestions/suggestions-schemas';
import { createLog } from '../../src/log';
import { problemOf, startApp, type Running } from '../support/start-app';
import { steeredClock } from '../support/steered-clock';

const path = '/v1/address-suggestions';

describe('suggestAddresses', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  const suggestions = async (body: object) => {
    const answer = await (await running.post(path, body)).json();
    return (answer as z.output<typeof addressSuggestionsResponse>).suggestions;
  };

  it('gives the complete address for what is typed so far', async () => {
    const answer = await running.post(path, { text: 'kerkstraat 12 zilv' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      suggestions: [
        {
          display: { title: 'Kerkstraat 12', subtitle: '8951 AB Zilverwaard' },
          address: {
            street: 'Kerkstraat',
            houseNumber: 12,
            houseNumberAddition: null,
            postcode: '8951AB',
            city: 'Zilverwaard',
            country: 'NL',
          },
          missing: null,
        },
      ],
      reference: { register: 'BAG', edition: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
  });

  it.each([
    [
      'the number, where a street is typed',
      'marktpl',
      { display: { title: 'Marktplein', subtitle: 'Zilverwaard' }, address: { postcode: null } },
      'houseNumber',
    ],
    [
      'the number, where a postcode is typed',
      '8956 MP',
      { display: { title: 'Marktplein', subtitle: '8956 MP Zilverwaard' }, address: { postcode: '8956MP' } },
      'houseNumber',
    ],
    [
      'the addition, where there are many',
      '8953HK 7',
      { display: { title: 'Havenkade 7' }, address: { houseNumber: 7, houseNumberAddition: null } },
      'houseNumberAddition',
    ],
    [
      'nothing, where the addition is typed too',
      '8953HK 7d2',
      { display: { title: 'Havenkade 7 D-2' }, address: { houseNumber: 7, houseNumberAddition: 'D-2' } },
      null,
    ],
    [
      'nothing, where the register has no postcode',
      'nieuwlandseweg 3',
      {
        display: { title: 'Nieuwlandseweg 3', subtitle: 'Zilverwaard' },
        address: { houseNumber: 3, postcode: null },
      },
      null,
    ],
  ])('says what is missing: %s', async (_, text, expected, missing) => {
    const [first] = await suggestions({ text });
    expect(first).toMatchObject({ ...expected, missing });
  });

  it('puts first what the other fields make likely, and takes them empty or null', async () => {
    const cities = async (body: object) => (await suggestions(body)).map(({ address }) => address.city);
    expect(await cities({ text: 'kerkstraat', city: 'Molenhorn' })).toEqual(['Molenhorn', 'Zilverwaard']);
    expect(await cities({ text: 'kerkstraat', postcode: '8951' })).toEqual(['Zilverwaard', 'Molenhorn']);
    expect(await cities({ text: 'kerkstraat', city: ' ', postcode: null })).toHaveLength(2);
  });

  it.each([
    [{ text: '8951AB 1' }, 8],
    [{ text: '8951AB 1', limit: 3 }, 3],
    [{ text: 'qqq' }, 0],
    [{ text: '' }, 0],
  ])('gives as many as asked for: %j → %i', async (body, count) => {
    const { length } = await suggestions(body);
    expect(length).toBeLessThanOrEqual(count);
    expect(length > 0).toBe(count > 0);
  });

  it.each([
    ['without a text', {}, [['/text', 'required']]],
    ['with a number out of range', { text: 'a', limit: 21 }, [['/limit', 'too_big']]],
    [
      'with everything wrong',
      { text: 'x'.repeat(401), city: 1, postcode: 'x'.repeat(21), limit: 0.5, country: 'NL' },
      [
        ['/city', 'type'],
        ['/country', 'unknown_field'],
        ['/limit', 'type'],
        ['/postcode', 'too_big'],
        ['/text', 'too_big'],
      ],
    ],
  ])('refuses a request %s, naming every field', async (_, body, expected) => {
    const answer = await running.post(path, body);
    expect(answer.status).toBe(400);
    const { errors = [] } = await problemOf(answer);
    expect(errors.map(({ pointer, code }) => [pointer, code]).sort()).toEqual(expected);
  });

  it('refuses who has no key, or a key without the scope', async () => {
    const ask = (authorization: string) => running.post(path, { text: 'kerk' }, { authorization });
    expect((await ask('')).status).toBe(401);
    expect((await ask('Bearer stranger')).status).toBe(403);
    expect((await ask('Bearer page')).status).toBe(200);
  });

  it('logs nothing of what is typed', async () => {
    await running.post(path, { text: 'Kerkstraat 12', city: 'Zilverwaard', postcode: '8951AB' });
    await running.post(path, { text: 'Kerkstraat 12', limit: 99 });
    expect(JSON.stringify(running.logged)).not.toMatch(/kerkstraat|zilverwaard|\b8951/i);
  });
});

describe('suggestAddresses with a publishable key', () => {
  const origin = 'https://shop.example';
  let running: Running;
  let key = '';
  let close = () => Promise.resolve();
  beforeAll(async () => {
    const database = openSqlite(':memory:');
    await migrate(database);
    const made = await issueKey(database, systemClock, {
      shopName: 'Voorbeeld',
      kind: 'publishable',
      mode: 'live',
      origins: [origin],
    });
    key = made.key;
    const log = createLog('silent', { write: () => undefined });
    const access = await createAccess({ database, clock: systemClock, log });
    const limits = { postcodesPerClient: 3, postcodesPerKey: 100 };
    const enumeration = createEnumerationLimit(steeredClock(), limits);
    const { authenticate, allowsOrigin, limit } = access;
    running = await startApp({ authenticate, allowsOrigin, limit, enumeration });
    close = async () => {
      await running.close();
      await access.close();
      await database.destroy();
    };
  });
  afterAll(() => close());

  const ask = (text: string, headers: Record<string, string> = { origin }) =>
    running.post(path, { text }, { authorization: `Bearer ${key}`, ...headers });

  it('answers pages of its own origin, and no others', async () => {
    const answer = await ask('kerkst');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect((await ask('kerkst', { origin: 'https://other.example' })).status).toBe(403);
    expect((await ask('kerkst', {})).status).toBe(403);
  });

  it('shows a few different postcodes an hour, and streets without them ever after', async () => {
    for (const text of ['8951', '8951AB', '8951 a', 'kerkstraat 12, Molenhorn'])
      expect((await ask(text)).status).toBe(200);
    const answer = await ask('8962');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await problemOf(answer)).detail).toContain('te veel verschillende postcodes');
    for (const text of ['8951AB 12', 'lindel', 'niets van dat al'])
      expect((await ask(text)).status).toBe(200);
  });
});
