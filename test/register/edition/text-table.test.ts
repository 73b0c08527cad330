import fc from 'fast-check';
import { findFirst, findRange } from '../../../src/register/edition/binary-search';
import { GrowingArray } from '../../../src/register/sources/growing-array';
import { TextFinder } from '../../../src/register/edition/text-finder';
import { TextReader, TextTable } from '../../../src/register/edition/text-table';

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 40 });

test('texts come back from their bytes, in the order given', () => {
  fc.assert(
    fc.property(texts, (given) => {
      const table = TextTable.inOrder(given);
      const reader = new TextReader(table.start, table.bytes);
      expect(reader.count).toBe(given.length);
      expect(given.map((_, id) => reader.text(id))).toEqual(given);
      expect(given.map((_, id) => reader.bytes(id))).toEqual(given.map((text) => Buffer.byteLength(text)));
    }),
  );
});

test('a sorted table holds each text once and knows its number', () => {
  fc.assert(
    fc.property(texts, (given) => {
      const table = TextTable.sorted(given);
      expect(table.texts).toEqual([...new Set(given)].sort());
      for (const text of given) expect(table.texts[table.id(text)]).toBe(text);
    }),
  );
});

test('a text is found by itself, and none that the table does not have', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1'), maxLength: 5 }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(words, words, (given, others) => {
      const table = TextTable.sorted(given);
      const finder = new TextFinder(new TextReader(table.start, table.bytes));
      for (const text of [...given, ...others]) expect(finder.find(text)).toBe(table.texts.indexOf(text));
    }),
  );
});

test('ASCII is read without looking for longer characters', () => {
  const table = TextTable.sorted(['lindelaan', 'kerkstraat']);
  expect(new TextReader(table.start, table.bytes).ascii(1)).toBe('lindelaan');
});

test('a text that is not in the table is a mistake of the program', () => {
  expect(() => TextTable.sorted(['a']).id('b')).toThrow('not in the table');
});

test('halving finds what a scan finds', () => {
  const sorted = fc
    .array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 })
    .map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(sorted, fc.integer({ min: -1, max: 10 }), (list, value) => {
      const indexes = [...list.keys()].filter((index) => list[index] === value);
      expect(findRange(list, value, 0, list.length)).toEqual(indexes);
      const first = list.findIndex((one) => one >= value);
      expect(findFirst(list.length, (index) => (list[index] ?? 0) >= value)).toBe(
        first < 0 ? list.length : first,
      );
    }),
  );
});

test('a growing array keeps what was pushed', () => {
  const array = new GrowingArray(new Uint32Array(1));
  for (let value = 0; value < 5_000; value++) expect(array.push(value)).toBe(value);
  expect(array.length).toBe(5_000);
  expect([...array.view()]).toEqual(Array.from({ length: 5_000 }, (_, value) => value));
});
