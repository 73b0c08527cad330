import fc from 'fast-check';
import {
  findAddition,
  joinAddition,
  parseHouseNumber,
  trimSeparators,
} from '../../../src/register/names/house-number';

test.each<[string, number, string]>([
  ['12', 12, ''],
  ['12a', 12, 'a'],
  ['12 bis', 12, 'bis'],
  ['23 - II', 23, 'II'],
  ['3HS', 3, 'HS'],
  ['10A3', 10, 'A3'],
  [' 35. ', 35, ''],
  ['nr. 5', 5, ''],
  ['No 5b', 5, 'b'],
  ['huisnummer: 7-2', 7, '2'],
  ['# 7', 7, ''],
  ['1A/101', 1, 'A/101'],
  ['123456', 123456, ''],
  ['12\nA', 12, 'A'],
  ['44d-G', 44, 'd-G'],
])('%j is number %d, addition %j', (text, houseNumber, addition) => {
  expect(parseHouseNumber(text)).toEqual({ houseNumber, addition });
});

test.each(['', 'A', 'A12', 'twaalf', '1234567', 'nrx 5', '--', 'november 5'])(
  '%j has no number in front',
  (text) => {
    expect(parseHouseNumber(text)).toBeNull();
  },
);

test('no letter or digit of what was typed is lost', () => {
  const typed = fc.tuple(
    fc.integer({ min: 0, max: 999_999 }),
    fc.string({ unit: fc.constantFrom(...Array.from('aB3-/ .éI')) }),
  );
  fc.assert(
    fc.property(typed, ([number, rest]) => {
      fc.pre(!/^\d/.test(rest));
      const parsed = parseHouseNumber(`${number}${rest}`);
      expect(parsed?.houseNumber).toBe(number);
      expect(letters(parsed?.addition ?? '')).toBe(letters(rest));
    }),
  );
});

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

test.each([
  ['A', '', 'A'],
  ['', '3', '3'],
  ['A', '3', 'A-3'],
  ['', '', ''],
])('letter %j and toevoeging %j are %j', (letter, suffix, addition) => {
  expect(joinAddition(letter, suffix)).toBe(addition);
});

test.each([
  ['- a -', 'a'],
  ['(b)', 'b'],
  ['a-b', 'a-b'],
  ['--', ''],
  ['é.', 'é'],
])('marks around %j mean nothing', (text, trimmed) => {
  expect(trimSeparators(text)).toBe(trimmed);
});

test.each<[string, string[], string | undefined]>([
  ['', ['', 'A'], ''],
  ['', ['A', 'B'], undefined],
  ['a', ['A', 'B'], 'A'],
  ['A3', ['A', 'A-3'], 'A-3'],
  ['a 3', ['A-3'], 'A-3'],
  ['3A', ['A-3'], 'A-3'],
  ['II', ['1', '2', '3'], '2'],
  ['2', ['I', 'II', 'III'], 'II'],
  ['2', ['2', 'II'], '2'],
  ['ii', ['2', 'II'], 'II'],
  ['x', ['9', '10', '11'], '10'],
  ['04', ['4'], '4'],
  ['4', ['004'], '004'],
  ['A-2', ['2a'], '2a'],
  ['a10', ['A-1'], undefined],
  ['bis 04', ['BS-4'], 'BS-4'],
  ['40', ['4'], undefined],
  ['hs', ['HS'], 'HS'],
  ['huis', ['HS', '1'], 'HS'],
  ['h', ['huis'], 'huis'],
  ['h', ['HS', 'H'], 'H'],
  ['bis', ['BS'], 'BS'],
  ['bs', ['BIS', 'BISA'], 'BIS'],
  ['bis a', ['BS-A'], 'BS-A'],
  ['B', ['BIS'], undefined],
  ['0', ['', 'O'], undefined],
  ['A', [], undefined],
  ['½', ['', 'A'], undefined],
])('typed %j among %j is %j', (typed, registered, expected) => {
  expect(findAddition(typed, registered)).toBe(expected);
});

test('a registered addition is always found by its own name', () => {
  const additions = fc.uniqueArray(fc.string({ unit: fc.constantFrom(...Array.from('AB12IVHS-')) }), {
    minLength: 1,
    selector: (addition) => addition.trim().toUpperCase(),
  });
  fc.assert(
    fc.property(additions, fc.nat(), (registered, at) => {
      const addition = registered[at % registered.length]!;
      expect(findAddition(addition, registered)).toBe(addition);
      expect(findAddition(` ${addition.toLowerCase()} `, registered)).toBe(addition);
    }),
  );
});
