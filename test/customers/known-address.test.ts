import fc from 'fast-check';
import {
  type KnownCustomerAddress,
  knownAddressesOf,
  type Occasion,
  type Sighting,
} from '../../src/customers/known-address';

const parts = { houseNumberAddition: null, postcode: '8962KL', city: 'Zilverwaard' };
const seen = (street: string, occasion: Occasion, atMs: number): Sighting => ({
  ...parts,
  ...{ street, houseNumber: 12, occasion, atMs },
});
const rolesOf = (...sightings: Sighting[]) =>
  Object.fromEntries(knownAddressesOf(sightings).map(({ street, role }) => [street, role]));

describe('where a customer is known', () => {
  it('is nowhere at first', () => {
    expect(knownAddressesOf([])).toEqual([]);
  });

  it.each<[string, Sighting[], Record<string, string>]>([
    ['an order says nothing', [seen('A', 'ordered', 1)], { A: 'unknown' }],
    ['nor does a delivery', [seen('A', 'delivered', 1)], { A: 'unknown' }],
    ['a correction does', [seen('A', 'corrected', 1)], { A: 'current' }],
    [
      'what was ordered to before a correction is earlier',
      [seen('A', 'ordered', 1), seen('B', 'corrected', 2)],
      { A: 'previous', B: 'current' },
    ],
    [
      'what was ordered to before a delivery elsewhere is earlier',
      [seen('A', 'ordered', 1), seen('B', 'delivered', 2)],
      { A: 'previous', B: 'unknown' },
    ],
    [
      'what was ordered to after it may be for another',
      [seen('A', 'corrected', 1), seen('B', 'ordered', 2)],
      { A: 'current', B: 'unknown' },
    ],
    [
      'what was corrected before a later correction is earlier',
      [seen('A', 'corrected', 1), seen('B', 'corrected', 2)],
      { A: 'previous', B: 'current' },
    ],
    [
      'an order to the earlier address, by mistake, moves nobody back',
      [seen('A', 'delivered', 1), seen('B', 'corrected', 2), seen('A', 'ordered', 3)],
      { A: 'unknown', B: 'current' },
    ],
    [
      'a delivery to the corrected address leaves it so',
      [seen('A', 'corrected', 1), seen('A', 'delivered', 2), seen('B', 'ordered', 1)],
      { A: 'current', B: 'previous' },
    ],
  ])('%s', (_, sightings, roles) => {
    expect(rolesOf(...sightings)).toEqual(roles);
  });

  it('is told with every occasion, the first and the last time, the latest first', () => {
    const sightings = [seen('A', 'ordered', 1), seen('B', 'ordered', 2), seen('A', 'delivered', 3)];
    expect(knownAddressesOf(sightings)).toEqual([
      {
        ...parts,
        ...{ street: 'A', houseNumber: 12, role: 'unknown', occasions: ['ordered', 'delivered'] },
        ...{ firstAtMs: 1, lastAtMs: 3 },
      },
      {
        ...parts,
        ...{
          street: 'B',
          houseNumber: 12,
          role: 'previous',
          occasions: ['ordered'],
          firstAtMs: 2,
          lastAtMs: 2,
        },
      },
    ]);
  });

  it.each<Partial<Sighting>>([
    { houseNumber: 13 },
    { houseNumberAddition: 'A' },
    { postcode: null },
    { city: 'Molenhorn' },
  ])('is another address where a part is another: %j', (change) => {
    const one = seen('A', 'ordered', 1);
    expect(knownAddressesOf([one, { ...one, ...change }])).toHaveLength(2);
  });
});

const anySighting = fc.record({
  street: fc.constantFrom('A', 'B', 'C'),
  houseNumber: fc.constantFrom(1, 2),
  houseNumberAddition: fc.constantFrom(null, 'A'),
  postcode: fc.constantFrom(null, '8962KL'),
  city: fc.constantFrom('Zilverwaard', 'Molenhorn'),
  occasion: fc.constantFrom<Occasion>('ordered', 'corrected', 'delivered'),
});
/** At times of their own, told in any order. */
const anyHistory = fc
  .array(anySighting, { maxLength: 25 })
  .map((all): Sighting[] => all.map((sighting, atMs) => ({ ...sighting, atMs })))
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

/** By the sentences alone: no maps, no sums, every question asked anew of the whole history. */
function model(
  history: readonly Sighting[],
): Pick<KnownCustomerAddress, 'street' | 'role' | 'firstAtMs' | 'lastAtMs'>[] {
  const isSame = (a: Sighting, b: Sighting) =>
    (['street', 'houseNumber', 'houseNumberAddition', 'postcode', 'city'] as const).every(
      (part) => a[part] === b[part],
    );
  const newestFirst = history.toSorted((a, b) => b.atMs - a.atMs);
  const latestOfEach = newestFirst.filter(
    (one, index) => !newestFirst.slice(0, index).some((later) => isSame(one, later)),
  );
  const settling =
    newestFirst.find(({ occasion }) => occasion === 'corrected') ??
    newestFirst.find(({ occasion }) => occasion === 'delivered');
  return latestOfEach.map((one) => {
    const all = history.filter((other) => isSame(one, other));
    const isHome = settling !== undefined && isSame(one, settling);
    const wasCorrected = all.some(({ occasion }) => occasion === 'corrected');
    const isBefore = settling !== undefined && one.atMs < settling.atMs;
    return {
      street: one.street,
      role: isHome ? (wasCorrected ? 'current' : 'unknown') : isBefore ? 'previous' : 'unknown',
      firstAtMs: Math.min(...all.map(({ atMs }) => atMs)),
      lastAtMs: one.atMs,
    };
  });
}

describe('any history', () => {
  it('gives what its sentences say, in whichever order it is told', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        expect(knownAddressesOf(history)).toMatchObject(model(history));
        expect(knownAddressesOf(history)).toHaveLength(model(history).length);
      }),
    );
  });

  it('has at most one place where the customer lives now', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        expect(knownAddressesOf(history).filter(({ role }) => role === 'current').length).toBeLessThanOrEqual(
          1,
        );
      }),
    );
  });
});
