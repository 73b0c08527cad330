import { insertTogether } from '../../src/database/insert-together';
import type { Database } from '../../src/database/open-database';
import { createPseudonymise } from '../../src/customers/pseudonym';
import {
  forgetAddress,
  recallAddresses,
  recallGathered,
  rememberedAddress,
  rememberedOnce,
} from '../../src/customers/remember-address';
import { onEveryDatabase } from '../support/databases';
import { addCallers } from '../support/sample-parts';
import { cast } from '../support/start-app';

const address = {
  street: 'Lindelaan',
  houseNumber: 12,
  houseNumberAddition: 'A',
  postcode: null,
  city: 'Zilverwaard',
};
const vera = { shopId: 'shp_owner', customer: 'hash-of-vera' };

onEveryDatabase('the memory of addresses', (databases) => {
  let database: Database;
  beforeEach(async () => {
    database = await databases.open();
    await addCallers(database, Object.values(cast));
  });

  const remember = (whose: typeof vera, ...sightings: Parameters<typeof rememberedAddress>[1][]) =>
    insertTogether(
      database,
      sightings.map((sighting) => rememberedAddress(whose, sighting)),
    );

  it('gives back what it was given, parts that are absent too', async () => {
    await remember(vera, { ...address, occasion: 'corrected', cause: 'cor_1', atMs: 5 });
    expect(await recallAddresses(database, vera)).toEqual([
      { ...address, role: 'current', occasions: ['corrected'], firstAtMs: 5, lastAtMs: 5 },
    ]);
  });

  it('keeps customers and shops apart', async () => {
    await remember(vera, { ...address, occasion: 'ordered', cause: 'snd_1', atMs: 5 });
    for (const whose of [
      { ...vera, customer: 'other' },
      { ...vera, shopId: 'shp_stranger' },
    ])
      expect(await recallAddresses(database, whose)).toEqual([]);
  });

  it('tells many who ask at once each their own', async () => {
    const customers = Array.from({ length: 120 }, (_, n) => ({ ...vera, customer: `customer-${n}` }));
    for (const [n, whose] of customers.entries())
      await remember(
        whose,
        { ...address, houseNumber: n + 1, occasion: 'ordered', cause: 'snd_1', atMs: 5 },
        { ...address, houseNumber: n + 2, occasion: 'ordered', cause: 'snd_2', atMs: 6 },
      );
    const known = await Promise.all([...customers, vera].map((whose) => recallGathered(database, whose)));
    expect(known.map((all) => all.map(({ houseNumber }) => houseNumber))).toEqual([
      ...customers.map((_, n) => [n + 2, n + 1]),
      [],
    ]);
  });

  it('looks back on fifty occasions and tells twenty addresses, the latest first', async () => {
    const occasions = Array.from({ length: 60 }, (_, atMs) => ({ ...address, houseNumber: atMs + 1, atMs }));
    await remember(
      vera,
      ...occasions.map((one) => ({ ...one, occasion: 'ordered' as const, cause: 'snd_1' })),
    );
    const known = await recallAddresses(database, vera);
    expect(known.map(({ houseNumber }) => houseNumber)).toEqual(
      Array.from({ length: 20 }, (_, index) => 60 - index),
    );
    const often = Array.from({ length: 60 }, (_, index) => ({ ...address, atMs: 100 + index }));
    await remember(vera, ...often.map((one) => ({ ...one, occasion: 'ordered' as const, cause: 'snd_2' })));
    expect(await recallAddresses(database, vera)).toMatchObject([
      { houseNumber: 12, firstAtMs: 110, lastAtMs: 159 },
    ]);
  });

  it('remembers once what the same thing makes known again, and again what is another', async () => {
    const sighting = { ...address, occasion: 'ordered', cause: 'snd_1', atMs: 5 } as const;
    const others = [
      ...[
        { houseNumberAddition: null },
        { postcode: '8962KL' },
        { street: 'Kerkstraat' },
        { houseNumber: 14 },
      ],
      ...[{ city: 'Molenhorn' }, { occasion: 'delivered' as const }, { cause: 'snd_2' }],
    ].map((change) => ({ ...sighting, ...change }));
    for (const one of [sighting, ...others, sighting, ...others])
      await insertTogether(database, await rememberedOnce(database, vera, { ...one, atMs: one.atMs + 1 }));
    expect(await database('known_addresses')).toHaveLength(1 + others.length);
    expect(await rememberedOnce(database, { ...vera, customer: 'other' }, sighting)).toHaveLength(1);
  });

  it('forgets what was undone, and nothing else', async () => {
    await remember(
      vera,
      { ...address, occasion: 'ordered', cause: 'snd_1', atMs: 1 },
      { ...address, occasion: 'corrected', cause: 'cor_1', atMs: 2 },
    );
    await remember(
      { ...vera, customer: 'other' },
      { ...address, occasion: 'corrected', cause: 'cor_1', atMs: 2 },
    );
    await forgetAddress(database, vera, 'cor_1');
    expect(await recallAddresses(database, vera)).toMatchObject([
      { role: 'unknown', occasions: ['ordered'] },
    ]);
    expect(await recallAddresses(database, { ...vera, customer: 'other' })).toHaveLength(1);
  });
});

describe('the pseudonym of a customer', () => {
  const pseudonymise = createPseudonymise('one key');
  it('is the same for the same shop and name', () => {
    expect(pseudonymise('shp_a', 'vera')).toBe(pseudonymise('shp_a', 'vera'));
    expect(pseudonymise('shp_a', 'vera')).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['another shop', 'shp_b', 'vera', 'one key'],
    ['another name', 'shp_a', 'Vera', 'one key'],
    ['another key', 'shp_a', 'vera', 'other key'],
  ])('is another for %s', (_, shopId, name, key) => {
    expect(createPseudonymise(key)(shopId, name)).not.toBe(pseudonymise('shp_a', 'vera'));
  });
});
