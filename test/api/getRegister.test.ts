import { CurrentRegister } from '../../src/register/current-register';
import { sampleEdition } from '../support/sample-parts';
import { registerOf } from '../support/small-register';
import { problemOf, startApp, type Running } from '../support/start-app';
import { steeredClock } from '../support/steered-clock';

const path = '/v1/register';

describe('getRegister', () => {
  let running: Running;
  const clock = steeredClock(Date.UTC(2026, 10, 22, 12));
  const inUse = registerOf([
    { place: 'Zilverwaard', street: 'Kerkstraat', postcode: '8951AB', numbers: [1, 3] },
  ]);
  const register = new CurrentRegister(inUse, clock);
  beforeAll(async () => {
    running = await startApp({ register, clock });
  });
  afterAll(() => running.close());

  const about = async (headers: Record<string, string> = {}): Promise<unknown> =>
    (await running.ask(path, { headers })).json();

  it('tells the edition in use, its age and its counts', async () => {
    expect(await about()).toEqual({
      register: 'BAG',
      edition: '2026-11-08',
      source: 'CSV',
      date: '2026-11-08',
      builtAt: '2026-11-22T00:00:00.000Z',
      ageDays: 14,
      stale: false,
      maxAgeDays: 100,
      sample: false,
      notice: null,
      counts: {
        places: 1,
        streets: 1,
        postcodes: 1,
        segments: 1,
        houseNumbers: 2,
        addresses: 2,
        addressesWithoutPostcode: 0,
      },
      amendments: 0,
    });
  });

  it('counts the amendments in force', async () => {
    const lindelaan = { kind: 'number', place: 'Zilverwaard', street: 'Kerkstraat', postcode: null } as const;
    const number = (houseNumber: number, days: number) => ({
      ...lindelaan,
      houseNumber,
      addition: null,
      expiresAtMs: clock.nowMs() + days * 86_400_000,
    });
    register.useAmendments([number(5, 1), number(7, 30), number(9, -1)]);
    expect(await about()).toMatchObject({ amendments: 2 });
    register.useAmendments([]);
  });

  it('says that an edition is too old, and what to do, in the language asked for', async () => {
    clock.advance(87 * 86_400_000);
    expect(await about()).toMatchObject({
      ageDays: 101,
      stale: true,
      notice: expect.stringContaining('te oud'),
    });
    expect(await about({ 'accept-language': 'en' })).toMatchObject({
      notice: expect.stringContaining('too old'),
    });
  });

  it('says that the sample is no real register, and how to load that, however old it is', async () => {
    register.useEdition(await sampleEdition());
    expect(await about({ 'accept-language': 'en' })).toMatchObject({
      sample: true,
      stale: false,
      notice: expect.stringMatching(/fictional.*klopt register download/),
    });
    expect(await about()).toMatchObject({ notice: expect.stringContaining('fictieve') });
  });

  it('refuses who has no key, or a key without the scope', async () => {
    expect((await running.ask(path, { headers: { authorization: '' } })).status).toBe(401);
    for (const who of ['stranger', 'page'])
      expect((await running.ask(path, { headers: { authorization: `Bearer ${who}` } })).status).toBe(403);
  });

  it('reads no query', async () => {
    const answer = await running.ask(`${path}?edition=1&date=2`);
    expect(answer.status).toBe(400);
    expect((await problemOf(answer)).errors).toHaveLength(2);
  });
});
