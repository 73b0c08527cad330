import type { EnteredAddress } from '../../src/checks/address';
import { readEntry } from '../../src/checks/entry';
import { formatPostcode } from '../../src/register/names/postcode';

/** The readings of an entry, likeliest first, as "street|number|addition". */
const readings = (address: EnteredAddress) =>
  readEntry(address).readings.map(
    ({ street, houseNumber, addition }) => `${street}|${houseNumber ?? ''}|${addition}`,
  );

test.each<[string, EnteredAddress, string[]]>([
  ['fields', { street: 'Kerkstraat', houseNumber: 12 }, ['Kerkstraat|12|']],
  ['a number as typed', { street: 'Kerkstraat', houseNumber: ' 12 a' }, ['Kerkstraat|12|a']],
  [
    'an addition of its own',
    { street: 'Kerkstraat', houseNumber: 12, houseNumberAddition: '- 3' },
    ['Kerkstraat|12|3'],
  ],
  [
    'letter and addition',
    { street: 'Kerkstraat', houseNumber: '12A', houseNumberAddition: '3' },
    ['Kerkstraat|12|A-3'],
  ],
  [
    'an addition told twice',
    { street: 'Kerkstraat', houseNumber: '12A', houseNumberAddition: 'a' },
    ['Kerkstraat|12|A'],
  ],
  ['a line', { addressLine: 'Kerkstraat 12 A' }, ['Kerkstraat|12|A']],
  [
    'a line with an addition beside it',
    { addressLine: 'Kerkstraat 12', houseNumberAddition: 'A' },
    ['Kerkstraat|12|A'],
  ],
  ['a street that holds the number', { street: 'Kerkstraat 12 A' }, ['Kerkstraat|12|A']],
  [
    'a number given twice',
    { street: 'Kerkstraat 12', houseNumber: 12 },
    ['Kerkstraat 12|12|', 'Kerkstraat|12|'],
  ],
  ['a street that ends in a number', { street: 'Plein 1944', houseNumber: 3 }, ['Plein 1944|3|']],
  ['a line with two numbers', { addressLine: 'Plein 1944 3' }, ['Plein|1944|3', 'Plein 1944|3|']],
  [
    'a street with its floor',
    { street: 'Kerkstraat, 2e verdieping', houseNumber: 12 },
    ['Kerkstraat, 2e verdieping|12|', 'Kerkstraat|12|'],
  ],
  ['no street', { houseNumber: 12 }, ['|12|']],
  ['nothing', {}, ['||']],
  ['a name without a number', { addressLine: 'Kerkstraat' }, ['Kerkstraat||']],
])('%s', (_, address, expected) => {
  expect(readings(address)).toEqual(expected);
});

test('postcode and city are read from the line where they are not given', () => {
  const { postcode, postcodeText, city } = readEntry({ addressLine: 'Kerkstraat 12, 8951 ab Zilverwaard' });
  expect([formatPostcode(postcode ?? 0), postcodeText, city]).toEqual(['8951AB', '8951 ab', 'Zilverwaard']);
  const given = readEntry({
    addressLine: 'Kerkstraat 12, 8951AB Zilverwaard',
    postcode: '8962KL',
    city: 'Molenhorn',
  });
  expect([formatPostcode(given.postcode ?? 0), given.city]).toEqual(['8962KL', 'Molenhorn']);
});

test.each([
  ['nl', 'NL'],
  [' be ', 'BE'],
  ['', 'NL'],
  [null, 'NL'],
  [undefined, 'NL'],
])('country %j is %s', (country, expected) => {
  expect(readEntry({ country }).country).toBe(expected);
});

test.each([
  ['8951 AB', '8951AB'],
  ['8951.ab', '8951AB'],
  ['0951AB', null],
  ['8951SS', null],
  ['', null],
])('postcode %j is %j', (postcode, expected) => {
  const { postcode: code } = readEntry({ postcode });
  expect(code === null ? null : formatPostcode(code)).toBe(expected);
});

test('characters that cannot be seen are no part of what was typed', () => {
  const entry = readEntry({ street: 'Kerk\u00adstraat', houseNumber: '12\u200b', postcode: '8951\u200b AB' });
  expect(entry.readings).toEqual([{ street: 'Kerkstraat', houseNumber: 12, addition: '' }]);
  expect(entry.postcodeText).toBe('8951 AB');
});
