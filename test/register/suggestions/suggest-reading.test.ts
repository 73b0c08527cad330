import { parsePostcode } from '../../../src/register/names/postcode';
import { isWhole } from '../../../src/register/suggestions/postcode-range';
import { readTyped, type Reading } from '../../../src/register/suggestions/suggest-reading';

/** "street|number addition|district|city", a whole postcode with a + behind its district. */
function written({ street, number, postcode, district, city }: Reading): string {
  const typed = number === null ? '' : `${number.houseNumber} ${number.addition}`.trim();
  const at = district === null ? '' : `${district}${postcode !== null && isWhole(postcode) ? '+' : ''}`;
  return [street, typed, at, city].join('|');
}

test.each<[string, string[]]>([
  ['8951', ['||8951|']],
  ['8951 a', ['||8951|']],
  ['8951 ab', ['||8951+|']],
  ['8951AB12', ['|12|8951+|']],
  ['8951AB 12 a', ['|12 a|8951+|', '|12|8951+|a']],
  ['8951 kerk', ['kerk||8951|']],
  ['8951AB Kerkstraat', ['Kerkstraat||8951+|']],
  ['1213-laan 5', ['1213-laan|5||']],
  ['kerkstraat', ['kerkstraat|||']],
  ['kerkstraat zilv', ['kerkstraat zilv|||', 'kerkstraat|||zilv']],
  ['kerkstraat 12', ['kerkstraat 12|||', 'kerkstraat|12||']],
  ['kerkstraat 12 a zilv', ['kerkstraat|12 a zilv||', 'kerkstraat|12||a zilv', 'kerkstraat|12 a||zilv']],
  ['kerkstraat 12, zilv', ['kerkstraat 12|||zilv', 'kerkstraat|12||zilv']],
  ['kerkstraat 12 8951 a', ['kerkstraat|12 8951 a||', 'kerkstraat|12|8951|', 'kerkstraat 12|8951 a||']],
  ['botter 40 3', ['botter|40 3||', 'botter 40|3||']],
  ['', []],
  ['0951', []],
])('%j is read as %j', (text, expected) => {
  expect(readTyped(text).map(written)).toEqual(expect.arrayContaining(expected));
});

test('what is whole is exactly that postcode', () => {
  const [reading] = readTyped('8951 AB');
  expect(reading?.postcode?.first).toBe(parsePostcode('8951AB'));
});

test('a line of nothing but numbers has few readings', () => {
  expect(readTyped('a 1'.padEnd(400, ' 1')).length).toBeLessThan(40);
});
