import fc from 'fast-check';
import { matchRank, matchStreet, typedStreet } from '../../../src/register/names/street-match';
import { streetKey } from '../../../src/register/names/street-name';

const match = (typed: string, registered: string) => {
  const found = matchStreet(typedStreet(typed), streetKey(registered));
  return found === null ? 'none' : found.level === 'typo' ? `typo ${found.edits}` : found.level;
};

test.each([
  // The same key.
  ['Kerkstr.', 'Kerkstraat', 'key'],
  ['Renestraat', 'Renéstraat', 'key'],
  ['Veldstr', 'Veldstr', 'key'],
  // Word by word.
  ['J Meerlaan', 'Jan Meerlaan', 'alignment'],
  ['Jan Meerlaan', 'J Meerlaan', 'alignment'],
  ['Bea Wilhelminastraat', 'Beatrix Wilhelminastraat', 'alignment'],
  ['Prins Hendrikstraat', 'Prinshendrikstraat', 'alignment'],
  ['van der Meerlaan Jan', 'Jan van der Meerlaan', 'alignment'],
  ['Zilverhof', "'t Zilverhof", 'alignment'],
  ['Meerlaan', 'van der Meerlaan', 'alignment'],
  // Misspelt.
  ['Lindelan', 'Lindelaan', 'typo 1'],
  ['Lidnelaan', 'Lindelaan', 'typo 1'],
  ['Wilhelminalaan', 'Willhelminalaan', 'typo 1'],
  ['Beethovvenstraatt', 'Beethovenstraat', 'typo 2'],
  ['Burgmeester Hendrikstraat', 'Burgemeester Hendrikstraat', 'typo 1'],
  ['Linjbaan', 'Lijnbaan', 'typo 1'],
  ['Lindelaan', 'Lindelan', 'typo 1'],
  // Something left out.
  ['Brug', 'Oude Brug', 'weak'],
  ['Beethovenlaan', 'Ludwig van Beethovenlaan', 'weak'],
  ['Botter', 'Botter 40', 'weak'],
  ['Botter 40', 'Botter', 'weak'],
  // Two names.
  ['Kerkstraat', 'Kerkweg', 'none'],
  ['Kerkweg', 'Kerkwei', 'none'],
  ['Botter 40', 'Botter 41', 'none'],
  ['Plein 1944', 'Plein 1945', 'none'],
  ['Willem I straat', 'Willem II straat', 'none'],
  ['1e Kerkstraat', '2e Kerkstraat', 'none'],
  ['Laan A', 'Laan B', 'none'],
  ['Opweg', 'Ooweg', 'none'],
  ['Kerkstraat', 'Perestraat', 'none'],
  ['Jan Steenstraat', 'Jan Luykenstraat', 'none'],
  ['P Irenestraat', 'Prinses Irenestraat', 'none'],
  ['Willemstraat', '1e Willemstraat', 'none'],
  ['Eik', 'Grote Eik', 'none'],
  ['van de Ee', 'Jan van de Ee', 'none'],
  ['Botter', 'Botter 40 A', 'none'],
  ['Botter', 'Botter Oost', 'none'],
  ['', 'Kerkstraat', 'none'],
  ['Kerkstraat', '', 'none'],
])('%s for %s: %s', (typed, registered, level) => {
  expect(match(typed, registered)).toBe(level);
});

test('a stronger match ranks before a weaker, and fewer edits before more', () => {
  const ranks = [
    matchOf('Kerkstr', 'Kerkstraat'),
    matchOf('J Meerlaan', 'Jan Meerlaan'),
    matchOf('Lindelan', 'Lindelaan'),
    matchOf('Beethovvenstraatt', 'Beethovenstraat'),
    matchOf('Botter', 'Botter 40'),
  ].map((found) => matchRank(found!));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(new Set(ranks).size).toBe(ranks.length);
});
const matchOf = (typed: string, registered: string) => matchStreet(typedStreet(typed), streetKey(registered));

const names = fc.string({
  unit: fc.constantFrom(...Array.from("abcéij .-'12VvdStrKerkln")),
  minLength: 1,
  maxLength: 40,
});

test('a name matches itself by its key, in any case and with any marks around it', () => {
  fc.assert(
    fc.property(names, (name) => {
      fc.pre(streetKey(name) !== '');
      for (const typed of [name, name.toUpperCase(), name.toLowerCase(), `  ${name} `])
        if (streetKey(typed) === streetKey(name)) expect(match(typed, name)).toBe('key');
      expect(match(name, name)).toBe('key');
    }),
  );
});

test('comparing never throws, and is the same a second time', () => {
  fc.assert(
    fc.property(
      fc.oneof(names, fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' })),
      names,
      (a, b) => {
        expect(match(a, b)).toBe(match(a, b));
      },
    ),
  );
});

test('words in another order are the same name', () => {
  const words = fc.shuffledSubarray(['prins', 'willem', 'alexander', 'beatrix', 'kerk'], { minLength: 2 });
  fc.assert(
    fc.property(words, (order) => {
      expect(['key', 'alignment']).toContain(match(order.join(' '), [...order].sort().join(' ')));
    }),
  );
});
