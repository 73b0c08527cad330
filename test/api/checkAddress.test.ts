import { as, authenticateChecks } from '../support/checks-cast';
import { OpenapiContract } from '../support/openapi-contract';
import { problemOf, startApp, type Running } from '../support/start-app';

const path = '/v1/address-checks';
const valid = { street: 'Lindelaan', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' };
const mixed = { ...valid, postcode: '8951 AB' };
const MISSING_ID = 'chk_01KA2J6W3Z5Y8Q7R9S0T1V2W3X';

let running: Running;
beforeAll(async () => {
  running = await startApp({ authenticate: authenticateChecks });
});
afterAll(() => running.close());

const check = (body: object, who = 'owner') => running.post(path, body, as(who));

interface Answer {
  id: string;
  verdict: string;
  reasons: { code: string; message: string }[];
  diagnosis: { kind: string };
  previousCheckId: string | null;
}
const answerTo = async (body: object, who = 'owner', language = 'nl'): Promise<Answer> =>
  (await (await running.post(path, body, as(who, language))).json()) as Answer;
const codes = ({ reasons }: Answer) => reasons.map(({ code }) => code);

describe('checkAddress', () => {
  it('judges an address', async () => {
    const answer = await check({ address: valid });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBeNull();
    expect(await answer.json()).toMatchObject({
      id: expect.stringMatching(/^chk_[0-9A-Z]{26}$/),
      verdict: 'accept',
      address: { street: 'Lindelaan', houseNumber: 12, postcode: '8962KL', city: 'Zilverwaard' },
      reference: { register: 'BAG', edition: '2026-11-08' },
    });
  });

  it('answers 200 for everything that a shopper can type', async () => {
    for (const address of [
      {},
      { postcode: 'no postcode at all' },
      { houseNumber: -5 },
      { country: '??' },
      { addressLine: '\u0001\uD800 ', street: null },
      { street: "'; DROP TABLE checks; --", houseNumber: '1 OR 1=1', postcode: '8951AB' },
    ])
      expect([(await check({ address })).status, address]).toEqual([200, address]);
  });

  it('speaks Dutch or English', async () => {
    const [nl, en] = [await answerTo({ address: mixed }), await answerTo({ address: mixed }, 'owner', 'en')];
    expect(nl.reasons[0]?.message).toBe('De postcode en de straat horen niet bij elkaar.');
    expect(en.reasons[0]?.message).toBe('The postcode and the street do not belong together.');
  });

  it('refuses those without a key, and those whose key may not', async () => {
    expect((await check({ address: valid }, 'nobody')).status).toBe(401);
    expect((await check({ address: valid }, 'page')).status).toBe(403);
  });

  it('lets a browser ask, but not for a customer', async () => {
    expect((await answerTo({ address: valid }, 'shopfront')).verdict).toBe('accept');
    const refused = await check({ address: valid, customerReference: 'c-17' }, 'shopfront');
    expect(refused.status).toBe(403);
    expect((await problemOf(refused)).detail).toContain('geheime sleutel');
    expect((await check({ address: valid, customerReference: 'c-17' })).status).toBe(200);
    expect((await check({ address: valid, customerReference: ' ' }, 'shopfront')).status).toBe(200);
  });

  it('compares up to twenty known addresses', async () => {
    const known = { street: 'Kerkstraat', houseNumber: 12, postcode: '8951AB', role: 'previous' };
    const answer = await answerTo({ address: mixed, knownAddresses: Array(20).fill(known) });
    expect(answer.diagnosis.kind).toBe('mixed_addresses');
    expect((await answerTo({ address: mixed, knownAddresses: null })).diagnosis.kind).toBe('mismatch');
  });

  const long = (length: number) => 'x'.repeat(length);
  it.each<[string, object, [string, string][]]>([
    ['no address', {}, [['/address', 'required']]],
    ['a list', [], [['', 'type']]],
    [
      'an unknown field',
      { address: { ...valid, postalcode: '1' } },
      [['/address/postalcode', 'unknown_field']],
    ],
    ['an unknown field beside the address', { address: valid, adres: 1 }, [['/adres', 'unknown_field']]],
    [
      'wrong types, all named at once',
      { address: { street: 1, houseNumber: 1.5, postcode: [], city: {}, country: true }, knownAddresses: {} },
      [
        ['/address/city', 'type'],
        ['/address/country', 'type'],
        ['/address/houseNumber', 'type'],
        ['/address/postcode', 'type'],
        ['/address/street', 'type'],
        ['/knownAddresses', 'type'],
      ],
    ],
    [
      'what no field can hold',
      {
        address: {
          street: long(201),
          houseNumber: long(21),
          houseNumberAddition: long(41),
          postcode: long(21),
          city: long(201),
        },
        knownAddresses: Array(21).fill({}),
      },
      [
        ['/address/city', 'too_big'],
        ['/address/houseNumber', 'too_big'],
        ['/address/houseNumberAddition', 'too_big'],
        ['/address/postcode', 'too_big'],
        ['/address/street', 'too_big'],
        ['/knownAddresses', 'too_big'],
      ],
    ],
    ['too long a line', { address: { addressLine: long(401) } }, [['/address/addressLine', 'too_big']]],
    [
      'a line beside street and number',
      { address: { addressLine: 'Lindelaan 12', street: 'Lindelaan', houseNumber: 12 } },
      [
        ['/address/houseNumber', 'beside_address_line'],
        ['/address/street', 'beside_address_line'],
      ],
    ],
    [
      'a role that is none',
      { address: valid, knownAddresses: [{ role: 'former' }] },
      [['/knownAddresses/0/role', 'not_allowed']],
    ],
  ])('refuses %s, naming every field', async (_, body, expected) => {
    const messages: string[] = [];
    for (const language of ['nl', 'en']) {
      const answer = await running.post(path, body, as('owner', language));
      expect(answer.status).toBe(400);
      const { errors = [] } = await problemOf(answer);
      expect(errors.map(({ pointer, code }) => [pointer, code]).sort()).toEqual(expected);
      messages.push(...errors.map(({ message }) => message));
    }
    // Every one in its own language.
    expect(new Set(messages).size).toBeGreaterThanOrEqual(2);
    expect(messages.slice(0, expected.length)).not.toEqual(messages.slice(expected.length));
  });

  it('takes a line beside blank fields, and fields as long as allowed', async () => {
    const line = { addressLine: 'Lindelaan 12', street: ' ', houseNumber: null, postcode: '8962KL' };
    expect((await answerTo({ address: line })).verdict).toBe('accept');
    const longest = {
      street: long(200),
      houseNumber: long(20),
      houseNumberAddition: long(40),
      city: long(200),
    };
    expect((await check({ address: { ...longest, postcode: long(20) } })).status).toBe(200);
  });

  it('has true examples: the answers are what the sample is answered, but for their id', async () => {
    const contract = new OpenapiContract(running);
    const { operation } = contract.operations.find((one) => one.operation.operationId === 'checkAddress')!;
    const asked = Object.values(operation.requestBody?.content ?? {})[0]?.examples ?? {};
    const examples = exampleAnswers(operation.responses['200']);
    expect(Object.keys(examples)).toEqual(Object.keys(asked));
    for (const [name, { value }] of Object.entries(asked)) {
      const answer = await answerTo(value as object, 'owner', 'en');
      expect({ ...answer, id: '' }).toEqual({ ...examples[name]?.value, id: '' });
    }
  });
});

describe('a correction', () => {
  it('is compared with the entry that it corrects, at once', async () => {
    const first = await answerTo({ address: mixed });
    const again = await answerTo({ address: mixed, previousCheckId: first.id });
    expect(again.previousCheckId).toBe(first.id);
    expect(codes(again)).toContain('CORRECTION_REPEATS_REJECTED');
    const exchanged = { ...valid, street: 'Kerkstraat' };
    const other = await answerTo({ address: exchanged, previousCheckId: first.id });
    expect(codes(other)).toContain('CORRECTION_STILL_MIXED');
    expect(other.diagnosis.kind).toBe('mixed_addresses');
    expect((await answerTo({ address: valid, previousCheckId: again.id })).verdict).toBe('accept');
  });

  it.each(['', null, MISSING_ID, 'nonsense'])('of %j is judged as an order', async (previousCheckId) => {
    const answer = await answerTo({ address: mixed, previousCheckId });
    expect([answer.previousCheckId, codes(answer)]).toEqual([null, ['POSTCODE_STREET_MISMATCH']]);
  });

  it.each(['stranger', 'shopfront'])('does not see the check of another: %s', async (who) => {
    const { id } = await answerTo({ address: mixed }, 'owner');
    const answer = await answerTo({ address: mixed, previousCheckId: id }, who);
    const unknown = await answerTo({ address: mixed, previousCheckId: MISSING_ID }, who);
    expect({ ...answer, id: '' }).toEqual({ ...unknown, id: '' });
  });
});

describe('a customer whom the shop names', () => {
  const old = { street: 'Kerkstraat', houseNumber: 8, postcode: '8951 AB', city: 'Zilverwaard' };
  const order = { recipient: { name: 'Vera Verhuizer' }, address: old, customerReference: 'vera-77' };
  const named = { address: mixed, customerReference: 'vera-77' };
  const diagnosed = async (body: object, who?: string) => (await answerTo(body, who)).diagnosis;
  const mismatch = { kind: 'mismatch' };
  const headers = { ...as('owner'), 'idempotency-key': 'order' };
  beforeAll(() => running.post('/v1/shipments', { ...order, reference: 'ORD-1' }, headers));

  it('is known by the shop’s own earlier orders', async () => {
    expect(await diagnosed(named)).toMatchObject({
      ...{ kind: 'mixed_addresses', stale: ['postcode'], evidence: ['known_address'] },
    });
    expect(await diagnosed({ ...named, customerReference: 'someone else' })).toMatchObject(mismatch);
  });

  it('is a stranger to every other shop', async () => {
    expect(await diagnosed(named, 'stranger')).toMatchObject(mismatch);
  });

  it.each(['', '  ', null])('is nobody where the name is %j', async (customerReference) => {
    expect(await diagnosed({ address: mixed, customerReference })).toMatchObject(mismatch);
  });

  it('is told first by what the shop says of them now', async () => {
    const known = Array<object>(20).fill({ street: 'Marktplein', houseNumber: 2, city: 'Zilverwaard' });
    expect(await diagnosed({ ...named, knownAddresses: known })).toMatchObject(mismatch);
  });

  it('is left out where the database is late, and the answer says so', async () => {
    const notConsidered = ['/previousCheckId', '/customerReference'] as const;
    const readHistory = () => Promise.resolve({ previous: undefined, known: [], notConsidered });
    const own = await startApp({ authenticate: authenticateChecks, readHistory });
    const answer = await (
      await own.post(path, { ...named, previousCheckId: MISSING_ID }, as('owner'))
    ).json();
    expect(answer).toMatchObject({ diagnosis: mismatch, previousCheckId: null, notConsidered });
    await own.close();
    expect(await answerTo(named)).not.toHaveProperty('notConsidered');
  });
});

function exampleAnswers(documented: unknown): Record<string, { value: object }> {
  const { content } = documented as {
    content: Record<string, { examples: Record<string, { value: object }> }>;
  };
  return content['application/json']?.examples ?? {};
}
