import fc from 'fast-check';
import { editDistance } from '../src/edit-distance';

/** Optimal string alignment by the book: the whole table, no limit. */
function naive(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let edits = Math.min(replaced, table[i - 1]![j]! + 1, table[i]![j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, table[i - 2]![j - 2]! + 1);
      table[i]![j] = edits;
    }
  }
  return table[a.length]![b.length]!;
}

// Few letters, so that strings are alike and neighbours are swapped.
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 14 });

test('it counts as the whole table does, up to its limit', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 5 }), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(naive(a, b), limit + 1));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['kerkstraat', 'kerkstraat', 0],
  ['kerkstraat', 'kerkstaat', 1],
  ['kerkstraat', 'krekstraat', 1],
  ['kerkstraat', 'kerkstraten', 3],
  ['', 'abc', 3],
])('from "%s" to "%s" takes %i', (a, b, edits) => {
  expect(editDistance(a, b, 3)).toBe(edits);
});

test('strings past 255 characters count as too far apart, even when equal', () => {
  expect(editDistance('a'.repeat(255), 'a'.repeat(255), 2)).toBe(0);
  expect(editDistance('a'.repeat(256), 'a'.repeat(256), 2)).toBe(3);
});
