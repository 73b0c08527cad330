import fc from 'fast-check';
import {
  additionsKnownIn,
  HIGHEST_HOUSE_NUMBER,
  runStartOf,
  runStepOf,
} from '../../../src/register/edition/edition-format';
import type { Run } from '../../../src/register/compile/house-number-runs';
import { toRuns } from '../../../src/register/compile/house-number-runs';

const anyNumbers = fc.uniqueArray(fc.integer({ min: 1, max: HIGHEST_HOUSE_NUMBER }), { maxLength: 60 });
const likeAStreet = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3 }))
  .map(([first, count, step]) => Array.from({ length: count }, (_, index) => first + index * step));

function expand({ head, length }: Run): number[] {
  return Array.from({ length }, (_, index) => runStartOf(head) + index * runStepOf(head));
}

test('runs hold exactly the numbers they were made of, in their order', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyNumbers,
        fc.tuple(likeAStreet, likeAStreet, anyNumbers).map((parts) => parts.flat()),
      ),
      (given) => {
        const numbers = [...new Set(given)].sort((a, b) => a - b);
        expect(toRuns(numbers, true).flatMap(expand)).toEqual(numbers);
      },
    ),
  );
});

test.each([
  [[], []],
  [[7], [[7]]],
  [[1, 3, 5, 7], [[1, 3, 5, 7]]],
  [
    [1, 4, 6, 8, 10],
    [[1], [4, 6, 8, 10]],
  ],
  [
    [1, 3, 5, 6, 7, 8],
    [
      [1, 3, 5],
      [6, 7, 8],
    ],
  ],
  [
    [10, 20, 30, 99_999],
    [[10, 20, 30], [99_999]],
  ],
])('%j is cut into %j', (numbers, runs) => {
  expect(toRuns(numbers, false).map(expand)).toEqual(runs);
});

test.each([true, false])('each run tells whether its additions are known: %s', (known) => {
  expect(toRuns([1, 3, 9], known).map(({ head }) => additionsKnownIn(head))).not.toContain(!known);
});

test('a run never grows past what its length can hold', () => {
  const numbers = Array.from({ length: 70_000 }, (_, index) => index + 1);
  const runs = toRuns(numbers, true);
  expect(runs.map(({ length }) => length)).toEqual([65_535, 4_465]);
});
