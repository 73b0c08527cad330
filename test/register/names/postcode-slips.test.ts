import fc from 'fast-check';
import { formatPostcode, parsePostcode } from '../../../src/register/names/postcode';
import { isOneSlip, postcodesOneSlipAway } from '../../../src/register/names/postcode-slips';

const code = (text: string) => parsePostcode(text)!;
const postcode = fc
  .tuple(
    fc.integer({ min: 1_000, max: 9_999 }),
    fc.string({ unit: fc.constantFrom(...Array.from('ABSDZ')), minLength: 2, maxLength: 2 }),
  )
  .map(([digits, letters]) => parsePostcode(`${digits}${letters}`))
  .filter((parsed) => parsed !== null);

test.each([
  ['8951AB', '8951AC', true],
  ['8951AB', '8951BA', true],
  ['8951AB', '9851AB', true],
  ['8951AB', '8915AB', true],
  ['8951AB', '7951AB', true],
  ['8951AB', '8951AB', false],
  ['8951AB', '8951CD', false],
  ['8951AB', '1958AB', false],
  ['8951AB', '5981AB', false],
  ['8951AB', '8962AB', false],
  ['8952AB', '8925BA', false],
])('%s and %s: one slip is %s', (a, b, expected) => {
  expect(isOneSlip(code(a), code(b))).toBe(expected);
  expect(isOneSlip(code(b), code(a))).toBe(expected);
});

test('the list of slips holds all that are one slip away, once each, and no other', () => {
  fc.assert(
    fc.property(postcode, postcode, (one, other) => {
      const slips = postcodesOneSlipAway(one);
      expect(new Set(slips).size).toBe(slips.length);
      expect(slips).not.toContain(one);
      expect(slips.every((slip) => isOneSlip(one, slip))).toBe(true);
      expect(slips.includes(other)).toBe(isOneSlip(one, other));
    }),
  );
});

test('slips are postcodes that can exist', () => {
  const slips = postcodesOneSlipAway(code('1999SB')).map(formatPostcode);
  expect(slips).toContain('1999BS');
  expect(slips).toContain('9199SB');
  expect(slips).not.toContain('0999SB');
  expect(slips).not.toContain('1999SA');
  expect(slips).toHaveLength(8 + 27 + 25 + 22 + 2);
});
