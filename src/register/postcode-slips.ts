import type { PostcodeCode } from './postcode';
import { formatPostcode, parsePostcode } from './postcode';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** True where one slip of the finger makes one postcode of the other: a wrong character, or two neighbours swapped. */
export function isOneSlip(a: PostcodeCode, b: PostcodeCode): boolean {
  const one = formatPostcode(a);
  const other = formatPostcode(b);
  const different = [0, 1, 2, 3, 4, 5].filter((index) => one[index] !== other[index]);
  const [first = 0, second = 0] = different;
  if (different.length < 2) return different.length === 1;
  return (
    different.length === 2 &&
    second === first + 1 &&
    one[first] === other[second] &&
    one[second] === other[first]
  );
}

/** All postcodes one slip away; digits stay digits and letters letters. */
export function postcodesOneSlipAway(postcode: PostcodeCode): PostcodeCode[] {
  const text = formatPostcode(postcode);
  const slips = new Set<PostcodeCode>();
  for (let index = 0; index < text.length; index++) {
    for (const character of index < 4 ? DIGITS : LETTERS)
      add(slips, text.slice(0, index) + character + text.slice(index + 1));
    const swapped = (text[index + 1] ?? '') + (text[index] ?? '');
    if (index !== 3 && swapped.length === 2)
      add(slips, text.slice(0, index) + swapped + text.slice(index + 2));
  }
  slips.delete(postcode);
  return [...slips];
}

function add(slips: Set<PostcodeCode>, text: string): void {
  const postcode = parsePostcode(text);
  if (postcode !== null) slips.add(postcode);
}
