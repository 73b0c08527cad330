import fc from 'fast-check';
import { keyShape } from '../../../src/register/names/key-shape';
import { scanAlike, scanParts, type ShapeColumns } from '../../../src/register/names/shape-scan';
import { matchStreet, typedStreet } from '../../../src/register/names/street-match';
import { streetKey } from '../../../src/register/names/street-name';

function columnsOf(keys: readonly string[]): ShapeColumns {
  const shapes = keys.map(keyShape);
  return {
    masks: Int32Array.from(shapes, ({ mask }) => mask),
    heads: Int32Array.from(shapes, ({ head }) => head),
    outlines: Int32Array.from(shapes, ({ outline }) => outline),
  };
}

// Few words and letters, so that many names are alike.
const word = fc.oneof(
  fc.constantFrom('van', 'de', 'het', 'jan', 'j', 'kerk', '1e', 'ii'),
  fc.string({ unit: fc.constantFrom('a', 'e', 'k', 'r', '1'), minLength: 1, maxLength: 9 }),
);
const name = fc
  .tuple(fc.array(word, { maxLength: 4 }), fc.constantFrom('straat', 'laan', 'weg', ''))
  .map(([words, type]) => words.join(' ') + type)
  .filter((text) => streetKey(text) !== '');

test('a scan passes over no key that its comparison would find', () => {
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 30 }), (text, names) => {
      const typed = typedStreet(text);
      const keys = names.map(streetKey);
      const columns = columnsOf(keys);
      const scanned = (scan: typeof scanAlike) =>
        new Set(typed.forms.flatMap(({ shape }) => scan(columns, shape, 0, keys.length)));
      const [alike, parts] = [scanned(scanAlike), scanned(scanParts)];
      keys.forEach((key, index) => {
        const level = matchStreet(typed, key)?.level;
        if (level === 'alignment' || level === 'typo') expect(alike).toContain(index);
        if (level === 'weak') expect(parts).toContain(index);
      });
    }),
    { numRuns: 3_000 },
  );
});

test('a scan keeps between its bounds', () => {
  const columns = columnsOf(['kerkstraat', 'kerkstraet', 'kerkstraat', 'kerkstraat']);
  const [form] = typedStreet('Kerkstrat').forms;
  expect(scanAlike(columns, form!.shape, 1, 3)).toEqual([1, 2]);
  expect(scanParts(columns, form!.shape, 4, 4)).toEqual([]);
});
