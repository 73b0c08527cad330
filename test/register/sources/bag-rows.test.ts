import fc from 'fast-check';
import { centreOf } from '../../../src/register/sources/bag-geometry';
import { additionOf } from '../../../src/register/sources/bag-row-collectors';
import { BagNumberTable } from '../../../src/register/sources/bag-number-table';

describe('the addition of a house number', () => {
  it.each([
    ['', '', ''],
    ['A', '', 'A'],
    ['', '3', '3'],
    ['A', '3', 'A-3'],
    [' ', ' bis ', 'bis'],
  ])('letter "%s" and suffix "%s" make "%s"', (houseLetter, numberSuffix, addition) => {
    expect(additionOf({ houseLetter, numberSuffix })).toBe(addition);
  });
});

describe('the middle of a geometry', () => {
  it.each([
    ['a point', '10 20', [10, 20]],
    ['a point with a height', '10.5 20.5 3.0', [10.5, 20.5]],
    ['a square', '0 0 4 0 4 4 0 4 0 0', [2, 2]],
    ['a square with heights', '0 0 9 4 0 9 4 4 9 0 4 9 0 0 9', [2, 2]],
    ['a triangle on several lines', '\n 0 0\n 3 0\n 0 3\n 0 0 ', [1, 1]],
    ['nothing', '', null],
    ['words', 'bla bla bla', null],
  ])('of %s', (_what, position, middle) => {
    expect(centreOf(position)).toEqual(middle);
  });
});

describe('the table of numbers', () => {
  it('finds what a map finds, in whatever order numbers were added', () => {
    const id = fc.integer({ min: 1, max: 2 ** 50 });
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 3000, size: 'max' }), id, (ids, other) => {
        const table = new BagNumberTable();
        ids.forEach((one, at) => table.add({ id: one, street: at, postcode: at * 2 }));
        for (const wanted of [...ids.slice(0, 50), other]) {
          const at = ids.indexOf(wanted);
          expect(table.find(wanted)).toEqual(at < 0 ? null : { id: wanted, street: at, postcode: at * 2 });
        }
      }),
      { numRuns: 30 },
    );
  });
});
