import type { EnteredAddress, EnteredKnownAddress } from '../../src/checks/address';
import { checkAddress } from '../../src/checks/check-address';
import type { Judgement } from '../../src/checks/judgement';
import { entered, judge, known, told } from '../support/judged';
import { everySecond, registerOf } from '../support/small-register';

/** Its kind and what is stale, how sure that is, and by what it is known. */
function diagnosed({ diagnosis: { kind, stale, confidence, evidence } }: Judgement): string {
  return `${[kind, ...stale].join(' ')}: ${confidence}, by ${evidence.join(' ')}`;
}

test.each<[string, EnteredAddress | string, string]>([
  ['two addresses', 'Lindelaan 12, 8951AB Zilverwaard', 'mismatch: medium, by register'],
  [
    'no such number at the postcode',
    { postcode: '8957AO', houseNumber: 412 },
    'house_number: medium, by register',
  ],
  ['no such number in the street', 'Kerkstraat 412, 8951AB Zilverwaard', 'house_number: medium, by register'],
  ['the same without a postcode', 'Kerkstraat 412, Zilverwaard', 'house_number: medium, by register'],
  [
    'the same in a street that is abbreviated',
    'J. van der Meerlaan 412, 8960JM Zilverwaard',
    'house_number: medium, by register',
  ],
  [
    'a slip of the finger from the other side of the street',
    'Kerkstraat 13, 8951AB Zilverwaard',
    'postcode_typo: medium, by postcode_nearby',
  ],
  [
    'a slip of the finger to another street',
    'Prins Hendrikstraat 5, 8965PR Zilverwaard',
    'postcode_typo: medium, by postcode_nearby',
  ],
  [
    'a slip of the finger to a postcode that is in no use',
    'Kerkstraat 12, 8951BA Zilverwaard',
    'postcode_typo: high, by postcode_nearby',
  ],
  ['a postcode in no use', 'Kerkstraat 12, 8951ZX Zilverwaard', 'mismatch: medium, by register'],
  ['a misspelt short name', 'Odweg 3, 8985AA Sint Odaberg', 'street_typo: medium, by street_spelling'],
  ['a misspelling without a postcode', 'Lindelan 12, Zilverwaard', 'street_typo: medium, by street_spelling'],
  ['another town', 'Lindelaan 12, 8962KL Lytsewâl', 'mismatch: medium, by register'],
])('without known addresses, a diagnosis tells how sure it is and by what: %s', (_, entry, expected) => {
  expect(diagnosed(judge(entry))).toBe(expected);
});

test.each<[string, string, EnteredKnownAddress[], string]>([
  [
    'an earlier address with this number',
    'Lindelaan 412, 8962KL Zilverwaard',
    [known('Odaweg 412, 8985AA Sint Odaberg')],
    'mixed_addresses houseNumber: low, by known_address',
  ],
  [
    'an earlier address in this street',
    'Kerkstraat 13, 8951AB Zilverwaard',
    [known('Kerkstraat 12, 8951AB Zilverwaard')],
    'mixed_addresses postcode: medium, by known_address',
  ],
  [
    'an earlier address in this street, and the one that is meant',
    'Kerkstraat 13, 8951AB Zilverwaard',
    [known('Kerkstraat 12, 8951AB Zilverwaard'), known('Kerkstraat 13, 8951AC Zilverwaard', 'current')],
    'mixed_addresses postcode: high, by known_address',
  ],
  [
    'the address that a slip was made in',
    'Prins Hendrikstraat 5, 8965PR Zilverwaard',
    [known('Prins Hendrikstraat 5, 8965PH Zilverwaard', 'current')],
    'postcode_typo: high, by postcode_nearby',
  ],
  [
    'the address at the typed postcode: no slip then',
    'Prins Hendrikstraat 5, 8965PR Zilverwaard',
    [known('Prinses Hendrikastraat 5, 8965PR Zilverwaard', 'current')],
    'mismatch: medium, by register',
  ],
  [
    'an earlier address in the typed town',
    'Lindelaan 12, 8962KL Molenhorn',
    [known('Grensdijk 1, 8975GD Molenhorn')],
    'mixed_addresses city: high, by known_address',
  ],
  [
    'an earlier address in the street of that name of another town',
    'Kerkstraat 12, 8971AB Zilverwaard',
    [known('Kerkstraat 12, 8971AB Molenhorn')],
    'mixed_addresses postcode: medium, by known_address',
  ],
  [
    'an earlier postcode that is in no use any more',
    'Lindelaan 12, 8951ZZ Zilverwaard',
    [known('Zonnebloemstraat 3, 8951ZZ Zilverwaard')],
    'mixed_addresses postcode: medium, by known_address',
  ],
  [
    'an earlier address with this street',
    'Kerkstraat 12, 8962KL Zilverwaard',
    [known('Kerkstraat 14, 8951AB Zilverwaard')],
    'mixed_addresses street: high, by known_address',
  ],
])('known addresses make it surer: %s', (_, entry, knownAddresses, expected) => {
  expect(diagnosed(judge(entry, knownAddresses))).toBe(expected);
});

const MARKTPLEIN = known('Marktplein 2, 8956MP Zilverwaard');
const ODAWEG = known('Odaweg 3, 8985AA Sint Odaberg');

test.each<[string, EnteredAddress | string, EnteredKnownAddress, string]>([
  ['the town has the street', 'Grensdijk 21, 8985AA Sint Odaberg', ODAWEG, 'postcode: high'],
  ['it has it but for one edit', 'Lindelan 12, 8956MP Zilverwaard', MARKTPLEIN, 'postcode: high'],
  [
    'it has one that is two edits away',
    'Burgmeester Van Tillstraat 1, 8956MP Zilverwaard',
    MARKTPLEIN,
    'postcode city: medium',
  ],
  [
    'it has one of which this may be a part',
    { street: 'Botter', houseNumber: 3, postcode: '8956MP', city: 'Zilverwaard' },
    MARKTPLEIN,
    'postcode city: medium',
  ],
  ['it has none', 'Lindelaan 12, 8985AA Sint Odaberg', ODAWEG, 'postcode city: medium'],
])(
  'an old postcode comes with its old town, as a browser fills them in, unless %s',
  (_, entry, one, stale) => {
    expect(diagnosed(judge(entry, [one]))).toBe(`mixed_addresses ${stale}, by known_address`);
  },
);

test.each([
  ['Kerkstraat 3, 8985AA Molenhorn', 'street city: medium'],
  ['Kerkstraat 3, 8985AA Sint Odaberg', 'street: high'],
  ['Kerkstraat 3, 8985AA Nergenshuizen', 'street: high'],
])('an old street comes with its old town, where the postcode lies elsewhere: %s', (entry, stale) => {
  const history = [known('Kerkstraat 4, 8971AB Molenhorn')];
  expect(diagnosed(judge(entry, history))).toBe(`mixed_addresses ${stale}, by known_address`);
});

/** A street under two postcodes that no slip makes of each other, and two postcodes that one does, in two towns. */
const dorp = registerOf([
  { place: 'Dorp', street: 'Kade', postcode: '8951AB', numbers: [1, 3] },
  { place: 'Dorp', street: 'Kade', postcode: '8960XY', numbers: [2, 4] },
  { place: 'Dorp', street: 'Odaweg', postcode: '8985AA', numbers: everySecond(1, 9) },
  { place: 'Elders', street: 'Laan', postcode: '8965AA', numbers: [1, 5] },
]);

test('a number elsewhere on the street is the number’s doing, where no slip explains the postcode', () => {
  const judged = checkAddress(dorp, entered('Kade 2, 8951AB Dorp'));
  expect(diagnosed(judged)).toBe('house_number: medium, by register');
  expect(told(judged).candidates).toEqual(['Kade 2, 8960XY Dorp']);
});

test('without a town, the street is looked for one slip of the postcode away', () => {
  const entry = { street: 'Odaweg', houseNumber: 3, postcode: '8965AA' };
  expect(diagnosed(checkAddress(dorp, entry))).toBe('postcode_typo: medium, by postcode_nearby');
  expect(told(checkAddress(dorp, entry)).candidates).toEqual(['Odaweg 3, 8985AA Dorp']);
});

test('the postcode of an earlier address is no slip', () => {
  const entry = { street: 'Odaweg', houseNumber: 3, postcode: '8965AA' };
  const judged = checkAddress(dorp, entry, [known('Laan 5, 8965AA Elders')]);
  expect(diagnosed(judged)).toBe('mixed_addresses postcode: high, by known_address');
  expect(told(judged).candidates).toEqual([]);
});
