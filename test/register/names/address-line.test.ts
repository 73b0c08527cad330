import fc from 'fast-check';
import { splitAddressLine, type AddressLine } from '../../../src/register/names/address-line';
import { times } from '../../support/times';

const shown = ({ readings, postcode, city, poBox, unusedText }: AddressLine) => [
  readings
    .map(({ street, houseNumber, addition }) => `${street}|${houseNumber ?? ''}|${addition}`)
    .join(' or '),
  ...[postcode, city, poBox, ...unusedText].filter((part) => part !== ''),
];

test.each<[string, string[]]>([
  ['Kerkstraat 12', ['Kerkstraat|12|']],
  ['Kerkstraat 12 A', ['Kerkstraat|12|A']],
  ['Kerkstraat 12-A', ['Kerkstraat|12|A']],
  ['Kerkstraat12', ['Kerkstraat|12|']],
  ['12a Kerkstraat', ['12a Kerkstraat|| or Kerkstraat|12|a']],
  ['3 Oktoberpad', ['3 Oktoberpad|| or Oktoberpad|3|']],
  ['3 Oktoberpad 5', ['3 Oktoberpad|5|']],
  ['Kerkstraat nr. 12', ['Kerkstraat nr|12|']],
  ['Kerkstraat, 12', ['Kerkstraat|12|']],
  ['Kerkstraat\n12 A', ['Kerkstraat|12|A']],
  ['Kerkstraat 12, A', ['Kerkstraat|12|A']],
  ['Kerkstraat 12, huis', ['Kerkstraat|12|huis']],
  ['Kerkstraat', ['Kerkstraat||']],
  ['1e Sluisdwarsstraat 3', ['1e Sluisdwarsstraat|3|']],
  ['Plein 1944 3', ['Plein|1944|3 or Plein 1944|3|']],
  ['Botter 40 11e', ['Botter|40|11e or Botter 40|11|e']],
  ['Kerkstraat 12 2e verdieping', ['Kerkstraat|12|', '2e verdieping']],
  ['Kerkstraat 12, 2e verdieping', ['Kerkstraat|12|', '2e verdieping']],
  ['Kerkstraat 3 HS App. 13', ['Kerkstraat|3|HS', 'App. 13']],
  ['c/o Jansen, Kerkstraat 12', ['Kerkstraat|12|', 'c/o Jansen']],
  ['t.a.v. Jansen; Kerkstraat 12', ['Kerkstraat|12|', 't.a.v. Jansen']],
  ['Kerkstraat 12, gebouw C, 8951AB', ['Kerkstraat|12|', '8951AB', 'gebouw C']],
  ['Kerkstraat 12, 8951 AB Zilverwaard', ['Kerkstraat|12|', '8951 AB', 'Zilverwaard']],
  ['Kerkstraat 12 8951ab Zilverwaard', ['Kerkstraat|12|', '8951ab', 'Zilverwaard']],
  ['Kerkstraat 12, Zilverwaard', ['Kerkstraat|12|', 'Zilverwaard']],
  ['Kerkstraat 12, Zilverwaard, Nederland', ['Kerkstraat|12|', 'Zilverwaard', 'Nederland']],
  ['Kerkstraat 12, 8951AB, 8962KL', ['Kerkstraat|12|', '8951AB', '8962KL']],
  ['Kerkstraat 12, Postbus 99', ['Kerkstraat|12|', 'Postbus 99']],
  ['Postbus 99', ['', 'Postbus 99']],
  ['P.O. Box 99', ['', 'P.O. Box 99']],
  ['', ['']],
  [' ,; ', ['']],
])('%j', (line, parts) => {
  expect(shown(splitAddressLine(line))).toEqual(parts);
});

test.each([
  ['Kerkstraat 12, Zilverwaard, Nederland', { city: 'Zilverwaard', unusedText: ['Nederland'] }],
  ['Kerkstraat 12, Huize 3 Linden', { city: '', unusedText: ['Huize 3 Linden'] }],
  ['Kerkstraat 12, Postbus 9, Postbus 10', { poBox: 'Postbus 9', unusedText: ['Postbus 10'] }],
  ['Kerkstraat 12, Postbus 9 Zilverwaard', { poBox: 'Postbus 9', city: 'Zilverwaard', unusedText: [] }],
  ['Kerkstraat 12, 8951AB', { postcode: '8951AB', city: '', unusedText: [] }],
])('each part has its place: %s', (line, parts) => {
  expect(splitAddressLine(line)).toMatchObject(parts);
});

test.each(['A', 'bis', '3', '1234', 'A-3', 'A3', '3b', 'huis', 'boven', 'onder'])(
  'behind a comma too, %s is an addition',
  (addition) => {
    const { readings, city } = splitAddressLine(`Kerkstraat 12, ${addition}`);
    expect([readings[0], city]).toEqual([{ street: 'Kerkstraat', houseNumber: 12, addition }, '']);
  },
);

test.each(['Zuid', 'Balk', 'Onderland'])('%s is none', (city) => {
  expect(splitAddressLine(`Kerkstraat 12, ${city}`)).toMatchObject({ city, readings: [{ addition: '' }] });
});

test.each(['Oude 2e Kerkstraat', 'Nieuwe 12de  Kade'])('an ordinal in %s is no house number', (street) => {
  expect(splitAddressLine(`${street} 5`).readings).toEqual([{ street, houseNumber: 5, addition: '' }]);
});

test('of many numbers the first eight are readings', () => {
  expect(splitAddressLine('Kade 1 2 3 4 5 6 7 8 9 10').readings).toHaveLength(8);
});

/** Letters and digits only: separators are what a line is split at. */
const significant = (text: string) =>
  Array.from(text.replace(/[^\p{L}\p{N}]/gu, ''))
    .sort()
    .join('');

const words = fc.constantFrom(
  ...[
    'Kerkstraat',
    'Plein',
    '1944',
    '12',
    '12a',
    'A',
    'II',
    'huis',
    '8951AB',
    '8951',
    'AB',
    'Zilverwaard',
    '2e',
    'verdieping',
  ],
  ...['c/o', 't.a.v.', 'gebouw', 'Postbus', 'pb', 'App.', "'t", 'é', '-', '/', '1234567', 'nr'],
);
const lines = fc.oneof(
  fc
    .array(fc.tuple(words, fc.constantFrom(' ', ', ', '\n', '', ';')), { maxLength: 8 })
    .map((parts) => parts.flat().join('')),
  fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }),
  fc.string({ unit: fc.constantFrom(...Array.from('aB1 2,-/.é\n')), maxLength: 60, size: 'max' }),
);

test('every letter and digit of a line is in exactly one part, whichever way it is read', () => {
  fc.assert(
    fc.property(lines, (line) => {
      const { readings, postcode, city, poBox, unusedText } = splitAddressLine(line);
      const around = [postcode, city, poBox, ...unusedText].join('');
      for (const reading of readings.length > 0
        ? readings
        : [{ street: '', houseNumber: null, addition: '' }]) {
        const { street, houseNumber, addition } = reading;
        expect(withoutSigns(significant(street + String(houseNumber ?? '') + addition + around))).toBe(
          withoutSigns(significant(line)),
        );
      }
    }),
    times(3_000),
  );
});

/** A number is read as a number: zeros before it, and "nr" beside it, are signs and no letters of the address. */
function withoutSigns(letters: string): string {
  return letters.replace(/0/g, '');
}
