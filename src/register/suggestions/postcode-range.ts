import type { PostcodeCode } from '../names/postcode';
import { digitsOf, LETTERS, parsePostcode } from '../names/postcode';
import type { Register, Segment } from '../edition/register';

/** All postcodes that begin alike, from first to last: those of a district, of one letter in it, or a single one. */
export interface PostcodeRange {
  first: PostcodeCode;
  last: PostcodeCode;
}

const A = 65;

/** The postcodes that "8951", "8951 a" or "8951ab" is the beginning of; null where it begins none. */
export function postcodesBeginning(text: string): PostcodeRange | null {
  const [, digits, letter = ''] = /^([1-9]\d{3})([A-Z]?)$/.exec(text.replace(/\s/g, '').toUpperCase()) ?? [];
  if (digits === undefined) return only(parsePostcode(text));
  if (letter === '') return district(Number(digits));
  const first = Number(digits) * LETTERS + (letter.charCodeAt(0) - A) * 26;
  return { first, last: first + 25 };
}

function district(digits: number): PostcodeRange {
  return { first: digits * LETTERS, last: (digits + 1) * LETTERS - 1 };
}

function only(postcode: PostcodeCode | null): PostcodeRange | null {
  return postcode === null ? null : { first: postcode, last: postcode };
}

export function isWhole({ first, last }: PostcodeRange): boolean {
  return first === last;
}

export function includes({ first, last }: PostcodeRange, postcode: PostcodeCode): boolean {
  return postcode >= first && postcode <= last;
}

/** The segments of these postcodes, in the order of their postcodes. */
export function* segmentsWithin(register: Register, { first, last }: PostcodeRange): Generator<Segment> {
  for (let postcode = first; postcode <= last; postcode++) yield* register.segmentsAt(postcode);
}

export function districtOf({ first }: PostcodeRange): number {
  return digitsOf(first);
}
