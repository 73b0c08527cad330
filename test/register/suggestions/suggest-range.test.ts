import { formatPostcode } from '../../../src/register/names/postcode';
import { postcodesBeginning } from '../../../src/register/suggestions/postcode-range';

test.each([
  ['8951', '8951AA to 8951ZZ'],
  ['8951 b', '8951BA to 8951BZ'],
  ['8951z', '8951ZA to 8951ZZ'],
  ['8951 ab', '8951AB to 8951AB'],
  ['NL-8951AB', '8951AB to 8951AB'],
  ['0951', 'none'],
  ['18951', 'none'],
  ['8951abc', 'none'],
  ['', 'none'],
])('the postcodes that %j is the beginning of are %s', (text, expected) => {
  const range = postcodesBeginning(text);
  const shown = range === null ? 'none' : `${formatPostcode(range.first)} to ${formatPostcode(range.last)}`;
  expect(shown).toBe(expected);
});
