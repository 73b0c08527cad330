import { fold, isAscii, letterMask } from '../../../src/register/names/fold';

test.each([
  ['Kerkstraat 12', 'kerkstraat 12'],
  ['  Kerk -- straat. ', 'kerk straat'],
  ["'t Hof", 't hof'],
  ['Sint Jan’s „Hof”', 'sint jans hof'],
  ['Renéstraat', 'renestraat'],
  ['Rene\u0301straat', 'renestraat'],
  ['IJsbaan', 'ysbaan'],
  ['Ĳsbaan', 'ysbaan'],
  ['Großweg', 'grossweg'],
  ['Øster Ærø', 'oster aero'],
  ['Łódź', 'lodz'],
  ['Cœurlaan', 'coeurlaan'],
  ['Laan\u0080東京Zuid', 'laan zuid'],
  ['東京', ''],
  ['-', ''],
  ['', ''],
])('%j is compared as %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['Kerkstraat', true],
  ['\u007f', true],
  ['\u0080', false],
  ['Renéstraat', false],
  ['', true],
])('%j is ASCII: %s', (text, expected) => {
  expect(isAscii(text)).toBe(expected);
});

test('a mask has a bit for each letter, some for digits, and none for order, number or spaces', () => {
  expect(letterMask('kerk a')).toBe(letterMask('a re k'));
  expect(new Set(Array.from('abcdefghijklmnopqrstuvwxyz', letterMask)).size).toBe(26);
  expect(new Set(Array.from('012345', letterMask)).size).toBe(6);
  expect(letterMask('0') & letterMask('abcdefghijklmnopqrstuvwxyz')).toBe(0);
  expect(letterMask(' ')).toBe(0);
});
