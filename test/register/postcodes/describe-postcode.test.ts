import fc from 'fast-check';
import { describePostcode } from '../../../src/register/postcodes/describe-postcode';
import { parsePostcode } from '../../../src/register/names/postcode';
import { whyNotThere } from '../../../src/register/postcodes/postcodes-words';
import { registerOf } from '../../support/small-register';

const code = (text: string) => parsePostcode(text) ?? 0;

const register = registerOf([
  { place: 'Zilverwaard', street: 'Kerkstraat', postcode: '8951AB', numbers: [2, '2 A', '2 B', 4] },
  { place: 'Zilverwaard', street: 'Achterom', postcode: '8951AB', numbers: [1, 3], additionsKnown: false },
  { place: 'Molenhorn', street: 'Dijk', postcode: '8951AC', numbers: [1], formerPostcode: '8959ZZ' },
  { place: 'Molenhorn', street: 'Weg', postcode: null, numbers: [1], formerPostcode: '8959ZZ' },
]);

test('counts additions where they are known, and numbers where they are not', () => {
  const { streets, position } = describePostcode(register, code('8951AB'));
  expect(streets.map(({ street, addressCount }) => [street, addressCount]).sort()).toEqual([
    ['Achterom', 2],
    ['Kerkstraat', 4],
  ]);
  expect(position).toBeNull();
});

test('all addresses with a postcode are counted once', () => {
  const all = ['8951AB', '8951AC'].flatMap((postcode) => describePostcode(register, code(postcode)).streets);
  const { addresses, addressesWithoutPostcode } = register.info.counts;
  expect(all.reduce((sum, { addressCount }) => sum + addressCount, 0)).toBe(
    addresses - addressesWithoutPostcode,
  );
});

test.each([
  ['8959ZZ', /no longer in use.*8951 AC \(Dijk, Molenhorn\)/, /vervallen.*geen postcode \(Weg, Molenhorn\)/],
  ['8951AD', /8951 lies in .*Zilverwaard.*8951 AB, 8951 AC/, /8951 ligt in .*Molenhorn/],
  ['9999XX', /no other postcode begins with 9999/, /geen andere postcode begint met 9999/],
])('says of %s why it is not there', (postcode, en, nl) => {
  const words = whyNotThere(describePostcode(register, code(postcode)));
  expect(words.en).toMatch(en);
  expect(words.nl).toMatch(nl);
});

test('describes any postcode, and puts into words any that is not there', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{3}[A-Z]{2}$/), (postcode) => {
      const described = describePostcode(register, code(postcode));
      expect(described.streets.length > 0 || whyNotThere(described).en.length > 0).toBe(true);
    }),
  );
});
