import type { PostcodeCode } from './postcode';
import { formatPostcode, parsePostcode } from './postcode';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** True where one slip of the finger makes one postcode of the other: a wrong character, or two neighbours swapped. */
export function isOneSlip(a: PostcodeCode, b: PostcodeCode): boolean {
  const one = formatPostcode(a);
  const other = formatPostcode(b);
  const first = differenceFrom(0, one, other);
  const second = differenceFrom(first + 1, one, other);
  if (first === one.length || second === one.length) return first < one.length;
  const isSwapped = second === first + 1 && one[first] === other[second] && one[second] === other[first];
  return isSwapped && differenceFrom(second + 1, one, other) === one.length;
}

/** Where two texts of one length differ next; their length where they do not. */
function differenceFrom(start: number, one: string, other: string): number {
  let index = start;
  while (index < one.length && one[index] === other[index]) index++;
  return Math.min(index, one.length);
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
