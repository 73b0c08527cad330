import fc from 'fast-check';
import { lookUp, nearestNumbers } from '../../../src/register/postcodes/look-up';
import { parsePostcode } from '../../../src/register/names/postcode';
import { editionOf } from '../../support/edition-of';
import { registerOf } from '../../support/small-register';

const code = (text: string) => parsePostcode(text) ?? 0;

const edition = editionOf((sink) => {
  const place = sink.place('Zilverwaard');
  const street = sink.street(place, 'Burgemeester Van Tilstraat');
  sink.formerStreetName(street, 'Spoorstraat');
  for (const houseNumber of [1, 3, 5, 7, 9]) {
    const underInvestigation = houseNumber === 5;
    sink.address({ street, postcode: code('8955BT'), houseNumber, addition: '', underInvestigation });
  }
  sink.address({ street, postcode: code('8955BT'), houseNumber: 3, addition: 'A' });
  sink.position(street, code('8955BT'), 52.5, 5.25);
  const other = sink.street(place, 'Achterom');
  sink.address({ street: other, postcode: code('8955BX'), houseNumber: 2, addition: null });
  sink.address({ street: other, postcode: 0, houseNumber: 4, addition: null });
  sink.formerPostcode(code('8956ZZ'), street, code('8955BT'));
  sink.formerPostcode(code('8956ZZ'), other, 0);
});

test('a registered number comes with its additions, its position and the former name of its street', () => {
  expect(lookUp(edition, code('8955BT'), 3)).toEqual({
    postcode: '8955BT',
    houseNumber: 3,
    streets: [
      {
        street: 'Burgemeester Van Tilstraat',
        place: 'Zilverwaard',
        otherNames: [{ name: 'Spoorstraat', kind: 'former' }],
        numbers: [{ first: 1, last: 9, step: 2 }],
        position: { latitude: 52.5, longitude: 5.25 },
        number: { isRegistered: true, additions: ['', 'A'], underInvestigation: false, near: [] },
      },
    ],
    formerly: [],
    nearestPostcodes: [],
  });
});

test('a number under investigation is said to be so', () => {
  expect(lookUp(edition, code('8955BT'), 5).streets[0]?.number?.underInvestigation).toBe(true);
});

test('a number that is not registered comes with those near it', () => {
  expect(lookUp(edition, code('8955BT'), 4).streets[0]?.number).toEqual({
    isRegistered: false,
    additions: null,
    underInvestigation: false,
    near: [1, 3, 5, 7],
  });
});

test('without a number, a postcode tells its streets', () => {
  const { streets, houseNumber } = lookUp(edition, code('8955BX'), null);
  expect(houseNumber).toBeNull();
  expect(streets).toEqual([expect.objectContaining({ street: 'Achterom', number: null, position: null })]);
});

test('a postcode that is not in use comes with the nearest that are', () => {
  expect(lookUp(edition, code('8955BU'), 1)).toMatchObject({
    streets: [],
    nearestPostcodes: ['8955BT', '8955BX'],
  });
  expect(lookUp(edition, code('1000AA'), 1).nearestPostcodes).toEqual([]);
});

test.each([
  ['8951AG', ['8951AB', '8951AD', '8951AF', '8951AH']],
  ['8951AY', ['8951AF', '8951AH', '8951AX', '8951AZ']],
])('of many postcodes in use the four nearest to %s are told, in their order', (typed, expected) => {
  const used = ['8951AB', '8951AD', '8951AF', '8951AH', '8951AX', '8951AZ', '8952AA'];
  const register = registerOf(
    used.map((postcode) => ({ place: 'Zilverwaard', street: 'Kerkstraat', postcode, numbers: [1] })),
  );
  expect(lookUp(register, code(typed), null).nearestPostcodes).toEqual(expected);
});

test('a former postcode tells where its addresses lie now', () => {
  expect(lookUp(edition, code('8956ZZ'), null).formerly).toEqual([
    { street: 'Burgemeester Van Tilstraat', place: 'Zilverwaard', postcode: '8955BT' },
    { street: 'Achterom', place: 'Zilverwaard', postcode: null },
  ]);
});

test('the nearest numbers are those that a scan finds', () => {
  const range = fc
    .record({
      first: fc.integer({ min: 1, max: 40 }),
      count: fc.integer({ min: 1, max: 12 }),
      step: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ first, count, step }) => ({ first, last: first + (count - 1) * step, step }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 5 }), fc.integer({ min: 1, max: 120 }), (ranges, wanted) => {
      const all = new Set<number>();
      for (const { first, last, step } of ranges)
        for (let number = first; number <= last; number += step) all.add(number);
      const distance = (number: number) => Math.abs(number - wanted);
      const nearest = [...all].sort((a, b) => distance(a) - distance(b) || a - b).slice(0, 4);
      expect(nearestNumbers(ranges, wanted)).toEqual(nearest.sort((a, b) => a - b));
    }),
  );
});
