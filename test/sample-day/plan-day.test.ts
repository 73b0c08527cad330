import { createAddressChecker } from '../../src/checks/address-checker';
import type { EnteredAddress, EnteredKnownAddress } from '../../src/checks/address';
import { createChance } from '../../src/sample-day/chance';
import { MISTAKES, type Mistake, type MistakeName } from '../../src/sample-day/mistakes';
import { planDay, TownTooSmall } from '../../src/sample-day/plan-day';
import { typed, typedSomehow } from '../../src/sample-day/spellings';
import { readTown, type Town } from '../../src/sample-day/town';
import { sampleEdition } from '../support/sample-parts';

const date = '2026-11-26';
let town: Town;
let check: (
  address: EnteredAddress,
  known?: EnteredKnownAddress,
) => ReturnType<ReturnType<typeof createAddressChecker>>;
beforeAll(async () => {
  const register = await sampleEdition();
  town = readTown(register);
  const checker = createAddressChecker({
    register: () => register,
    nowMs: () => 0,
    newCheckId: () => 'chk_1',
    registerMaxAgeDays: 100,
  });
  check = (address, known) =>
    checker({ address, knownAddresses: known ? [known] : [], language: 'en', isTest: false });
});

describe('the plan of the day', () => {
  it('is the same for the same seed, and shares no reference with that of another', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => planDay(town, { seed, date }));
    expect(again).toEqual(first);
    const references = [first, other].flatMap((plan) => [...(plan?.earlier ?? []), ...(plan?.today ?? [])]);
    expect(new Set(references.map(({ reference }) => reference)).size).toBe(references.length);
  });

  it('has 200 shipments of all shops and depots, of which 15 to 20 % are wrong', () => {
    const { today } = planDay(town, { seed: 1, date });
    expect(today).toHaveLength(200);
    expect(new Set(today.map(({ shop }) => shop.name)).size).toBe(3);
    expect(new Set(today.map(({ depot }) => depot))).toEqual(new Set(['ZLV', 'MLH']));
    const wrong = today.filter(({ entry }) => check(entry).answer.verdict !== 'accept');
    expect(wrong.length).toBeGreaterThanOrEqual(30);
    expect(wrong.length).toBeLessThanOrEqual(40);
  });

  it('lies in the past, each thing after the one before', () => {
    const { today, earlier } = planDay(town, { seed: 3, date });
    for (const { agoMs, scans, correction } of [...today, ...earlier]) {
      const times = [agoMs, ...scans.map((scan) => scan.agoMs), ...(correction ? [correction.agoMs] : [])];
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect(times.at(-1)).toBeGreaterThan(0);
    }
  });

  it('needs a town that is large enough', () => {
    const small = { ...town, addresses: town.addresses.slice(0, 50) };
    expect(() => planDay(small, { seed: 1, date })).toThrow(TownTooSmall);
  });
});

describe('an address that is typed without a mistake', () => {
  it('is accepted, however it is written', () => {
    const chance = createChance(1);
    const entries = town.addresses.map((address) => typedSomehow(chance, address));
    expect(entries.filter((entry) => check(entry).answer.verdict !== 'accept')).toEqual([]);
  });
});

describe('a mistake', () => {
  const expected: Record<MistakeName, RegExp> = {
    old_postcode: /MIXED_OLD_POSTCODE/,
    old_street: /MIXED_OLD_STREET/,
    postcode_slip: /POSTCODE|MIXED/,
    street_slip: /STREET_SPELLING_CORRECTED|STREET/,
    number_missing: /HOUSE_NUMBER_MISSING/,
    number_unknown: /HOUSE_NUMBER_NOT_FOUND/,
    addition_missing: /ADDITION_REQUIRED/,
    addition_wrong: /ADDITION_UNKNOWN/,
    other_city: /CITY_MISMATCH/,
    new_building: /NEW_BUILD_SUSPECTED|STREET_UNKNOWN/,
    street_unknown: /STREET/,
    po_box: /PO_BOX/,
    pickup_point: /PICKUP_POINT/,
  };

  it.each(Object.entries(expected))('%s is seen for what it is', (name, reasons) => {
    const { make, canBeMadeWith = ({ addition }) => addition === '' }: Mistake =
      MISTAKES[name as MistakeName];
    const chance = createChance(5);
    for (const address of chance.shuffled(town.addresses.filter(canBeMadeWith)).slice(0, 40)) {
      const earlier = town.addresses.find(
        (one) => one.city === address.city && one.street !== address.street,
      )!;
      const { reasons: found } = check(make({ address, earlier, chance, town }), {
        ...typed(earlier),
        role: 'previous',
      }).answer;
      expect([address, found.map(({ code }) => code).join(' ')]).toEqual([
        address,
        expect.stringMatching(reasons),
      ]);
    }
  });
});
