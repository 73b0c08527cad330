import { parsePostcode } from '../../src/register/names/postcode';
import { typedStreet } from '../../src/register/names/street-match';
import { newNumber, startAmendments, type AmendmentsService } from '../support/amendments-service';
import { onEveryDatabase } from '../support/databases';
import { problemOf } from '../support/start-app';

const path = '/v1/register-amendments';

onEveryDatabase('createRegisterAmendment', (databases) => {
  let service: AmendmentsService;
  let url = '';
  beforeEach(async () => {
    url = await databases.url();
    service = await startAmendments(await databases.connect(url));
  });
  afterEach(() => service.close());

  const segmentsAt = (postcode: string) =>
    service.register.current().segmentsAt(parsePostcode(postcode) ?? 0);

  it('adds a house number under the official names, and judges by it at once', async () => {
    const answer = await service.post(path, newNumber);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({
      id: expect.stringMatching(/^amd_/),
      kind: 'number',
      city: 'Zilverwaard',
      street: 'Kerkstraat',
      postcode: '8951AB',
      houseNumber: 3,
      houseNumberAddition: null,
      formerName: null,
      reason: 'Nieuwbouw',
      createdAt: '2026-01-05T12:00:00.000Z',
      expiresAt: '2026-02-01T00:00:00.000Z',
    });
    const [segment = -1] = segmentsAt('8951AB');
    expect(service.register.current().hasNumber(segment, 3)).toBe(true);
  });

  it('is done once, however often it is sent', async () => {
    const key = { 'idempotency-key': 'new-number-3' };
    const first = await service.post(path, newNumber, key);
    const again = await service.post(path, newNumber, key);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(await again.json()).toEqual(await first.json());
    const other = await service.post(path, { ...newNumber, houseNumber: 5 }, key);
    expect(other.status).toBe(422);
    expect(await service.database('register_amendments').pluck('house_number')).toEqual([3]);
  });

  it('adds a street, and then a number and a former name of it', async () => {
    const onNew = { ...newNumber, street: 'Nieuwe Laan', postcode: '8951 XX' };
    for (const body of [
      { ...onNew, kind: 'street', houseNumber: 1, houseNumberAddition: 'A' },
      { ...onNew, kind: 'number', houseNumber: 5 },
      { ...onNew, kind: 'former_name', formerName: 'Bouwweg', houseNumber: undefined, postcode: undefined },
    ])
      expect((await service.post(path, body)).status).toBe(201);
    const register = service.register.current();
    const [segment = -1] = segmentsAt('8951XX');
    expect([1, 3, 5].filter((number) => register.hasNumber(segment, number))).toEqual([1, 5]);
    const [place = -1] = register.findPlaces('Zilverwaard');
    expect(register.findStreets(place, typedStreet('Bouwweg'))[0]?.street).toBe(register.streetOf(segment));
  });

  it('counts until it expires', async () => {
    await service.post(path, { ...newNumber, kind: 'street', street: 'Nieuwe Laan', postcode: '8951XX' });
    expect(segmentsAt('8951XX')).toHaveLength(1);
    service.clock.advance(27 * 86_400_000);
    service.register.expire();
    expect(segmentsAt('8951XX')).toEqual([]);
  });

  it('refuses those who may not, and those who are not known', async () => {
    for (const who of ['stranger', 'page'])
      expect((await service.post(path, newNumber, { authorization: `Bearer ${who}` })).status).toBe(403);
    expect((await service.post(path, newNumber, { authorization: 'Bearer nobody' })).status).toBe(401);
    expect(await service.database('register_amendments')).toEqual([]);
  });

  it('refuses a test key, which changes nothing that others see', async () => {
    const answer = await service.post(path, newNumber, { authorization: 'Bearer tester' });
    expect(answer.status).toBe(403);
    expect((await problemOf(answer)).detail).toMatch(/testsleutel/);
    expect(await service.database('register_amendments')).toEqual([]);
  });

  it.each([
    ['without a reason', { reason: undefined }, [['/reason', 'required']]],
    ['with a blank reason', { reason: '  ' }, [['/reason', 'too_small']]],
    ['without an expiry', { expiresAt: undefined }, [['/expiresAt', 'required']]],
    ['with an expiry that is no moment', { expiresAt: 'tomorrow' }, [['/expiresAt', 'format']]],
    [
      'with an expiry that has passed',
      { expiresAt: '2026-01-05T12:00:00Z' },
      [['/expiresAt', 'in_the_past']],
    ],
    ['with no postcode at all', { postcode: '1234SS' }, [['/postcode', 'format']]],
    ['with a number out of range', { houseNumber: 100_000 }, [['/houseNumber', 'too_big']]],
    ['without a number', { houseNumber: undefined }, [['/houseNumber', 'required']]],
    [
      'with an addition of no number',
      { kind: 'street', houseNumber: undefined, houseNumberAddition: 'A' },
      [['/houseNumber', 'required']],
    ],
    ['of a place that is not there', { city: 'Nergens' }, [['/city', 'unknown_city']]],
    ['of one of two places', { city: 'Bergen' }, [['/city', 'ambiguous_city']]],
    ['of a street that is not there', { street: 'Nieuwe Laan' }, [['/street', 'unknown_street']]],
    ['with a field too many', { houseNumer: 3 }, [['/houseNumer', 'unknown_field']]],
    [
      'with everything wrong',
      { reason: 1, expiresAt: 1, postcode: 1 },
      [
        ['/reason', 'type'],
        ['/expiresAt', 'type'],
        ['/postcode', 'type'],
      ],
    ],
    [
      'of a street under the name it has',
      { kind: 'former_name', formerName: 'kerkstraat', houseNumber: undefined, postcode: undefined },
      [['/formerName', 'same_name']],
    ],
  ])('refuses one %s, naming the field', async (_, change, expected) => {
    const answer = await service.post(path, { ...newNumber, ...change });
    expect(answer.status).toBe(400);
    const { errors = [] } = await problemOf(answer);
    expect(errors.map(({ pointer, code }) => [pointer, code]).sort()).toEqual([...expected].sort());
  });

  it('is heard by every replica within two seconds', async () => {
    const other = await startAmendments(await databases.connect(url));
    try {
      await service.post(path, { ...newNumber, kind: 'street', street: 'Nieuwe Laan', postcode: '8951XX' });
      const started = performance.now();
      const heard = () => other.register.current().segmentsAt(parsePostcode('8951XX') ?? 0).length === 1;
      while (!heard() && performance.now() - started < 3_000)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(heard()).toBe(true);
      expect(performance.now() - started).toBeLessThan(2_000);
    } finally {
      await other.close();
    }
  });
});
