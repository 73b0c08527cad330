import fc from 'fast-check';
import type { EnteredAddress, RegisteredAddress } from '../../src/checks/address';
import { createAddressChecker } from '../../src/checks/address-checker';
import { checkAddress } from '../../src/checks/check-address';
import { addressCheck } from '../../src/checks/checks-schemas';
import { allAddresses } from '../support/all-addresses';
import { line } from '../support/judged';
import { town } from '../support/town';
import { times } from '../support/times';

const registered = allAddresses(town);
const check = createAddressChecker({
  register: () => town,
  nowMs: () => 0,
  newCheckId: () => 'chk_1',
  registerMaxAgeDays: 100,
});

const anyText = fc.option(
  fc.oneof(
    fc.string({ maxLength: 200, size: 'max', unit: 'binary' }),
    fc.string({ maxLength: 40, unit: fc.constantFrom(...Array.from('Kerkstrat 12-AB,./8951')) }),
    fc.constantFrom(...registered.flatMap(({ street, city, postcode }) => [street, city, postcode])),
  ),
);
const anyAddress = fc.record<EnteredAddress>(
  {
    street: anyText,
    houseNumber: fc.oneof(anyText, fc.integer(), fc.integer({ min: 1, max: 20 })),
    houseNumberAddition: anyText,
    postcode: anyText,
    city: anyText,
    country: fc.oneof({ weight: 5, arbitrary: fc.constant('NL') }, anyText),
    addressLine: anyText,
  },
  { requiredKeys: [] },
);
/** Parts of two registered addresses, as mixes have them. */
const mixedAddress = fc
  .tuple(fc.constantFrom(...registered), fc.constantFrom(...registered), fc.constantFrom(...registered))
  .map(([a, b, c]) => ({ street: a.street, houseNumber: b.houseNumber, postcode: c.postcode, city: a.city }));
const entries = fc.oneof(anyAddress, mixedAddress);
const known = fc.array(entries, { maxLength: 20 });

test('whatever is typed is judged, truly to the contract', () => {
  fc.assert(
    fc.property(entries, known, fc.boolean(), (address, knownAddresses, isTest) => {
      const { answer } = check({ address, knownAddresses, language: 'nl', isTest });
      expect(addressCheck.parse(answer)).toEqual(answer);
      if (answer.verdict === 'fix') expect(answer.address).toBeNull();
      if (answer.verdict === 'accept') expect(answer.address).not.toBeNull();
      expect(answer.candidates.length).toBeLessThanOrEqual(5);
      if (isTest) return;
      for (const { address: candidate } of answer.candidates) expect(isRegistered(candidate)).toBe(true);
      if (answer.address !== null) expect(isRegistered(answer.address)).toBe(true);
    }),
    times(2_000),
  );
});

const lines = new Set(registered.map(line));
const numbers = new Set(registered.map((address) => line({ ...address, houseNumberAddition: null })));

/** A divided number may be proposed without its addition; where additions are not known, the typed one passes through. */
function isRegistered(address: RegisteredAddress): boolean {
  const isUnknown = address.street === 'Oude Haven';
  const isBare = address.houseNumberAddition === null;
  return isUnknown || isBare
    ? numbers.has(line({ ...address, houseNumberAddition: null }))
    : lines.has(line(address));
}

const spelled = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text) => `  ${text.replaceAll(' ', '   ')}\t`,
);

test('an address as registered is accepted in any case, with any diacritics and blanks', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...registered),
      spelled,
      spelled,
      fc.boolean(),
      (address, street, rest, asText) => {
        const { houseNumber, houseNumberAddition: addition, postcode, city } = address;
        const number = asText
          ? { houseNumber: `${houseNumber}${rest(addition ?? '')}` }
          : { houseNumber, houseNumberAddition: addition };
        const judgement = checkAddress(town, {
          street: street(address.street),
          ...number,
          postcode: postcode === null ? null : rest(postcode),
          city: rest(city),
        });
        expect([judgement.verdict, line(judgement.address)]).toEqual(['accept', line(address)]);
      },
    ),
    times(1_000),
  );
});

test('the order of known addresses changes nothing but by their roles', () => {
  fc.assert(
    fc.property(
      mixedAddress,
      fc.uniqueArray(mixedAddress, { maxLength: 4, selector: ({ street }) => street }),
      (address, list) => {
        expect(checkAddress(town, address, [...list].reverse())).toEqual(checkAddress(town, address, list));
      },
    ),
  );
});
