import fc from 'fast-check';
import { digitsOf, formatPostcode, parsePostcode } from '../../../src/register/names/postcode';

const letter = fc.integer({ min: 65, max: 90 }).map((code) => String.fromCharCode(code));
const written = fc
  .tuple(fc.integer({ min: 1_000, max: 9_999 }), letter, letter)
  .map(([digits, first, second]) => `${digits}${first}${second}`)
  .filter((text) => !/(SA|SD|SS)$/.test(text));

test('a postcode comes back from its code as it was written', () => {
  fc.assert(
    fc.property(written, (text) => {
      const code = parsePostcode(text);
      expect(code).not.toBeNull();
      expect(formatPostcode(code ?? 0)).toBe(text);
      expect(digitsOf(code ?? 0)).toBe(Number(text.slice(0, 4)));
    }),
  );
});

test('codes sort as postcodes do', () => {
  fc.assert(
    fc.property(written, written, (a, b) => {
      expect(Math.sign((parsePostcode(a) ?? 0) - (parsePostcode(b) ?? 0))).toBe(a < b ? -1 : Number(a > b));
    }),
  );
});

test.each([
  '1234 ab',
  '1234ab',
  ' 1234 AB ',
  '1234.AB',
  '1234-ab',
  'NL-1234 AB',
  ' nl 1234ab',
  'NL - 1234AB',
])('"%s" is 1234AB', (text) => {
  expect(parsePostcode(text)).toBe(parsePostcode('1234AB'));
});

test.each([
  '',
  '0123AB',
  '1234',
  'AB1234',
  '12345AB',
  '1234ABC',
  '1234SA',
  '1234SD',
  '1234ss',
  'XNL1234AB',
  '12/4AB',
  '12:4AB',
  '1234@B',
  '1234A@',
  '1234[B',
  '1234A[',
  '1234É',
  '１２３４AB',
])('"%s" is no postcode', (text) => {
  expect(parsePostcode(text)).toBeNull();
});
