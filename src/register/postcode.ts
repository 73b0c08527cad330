/**
 * A Dutch postcode as an integer: digits × 676 + letters, so that the codes sort as the postcodes do.
 * 0 stands for "no postcode".
 */
export type PostcodeCode = number;

/** How many pairs of letters a district has. */
export const LETTERS = 26 * 26;
const ZERO = 48;
const A = 65;
// Counted from A, as the codes count letters.
const D = 3;
const S = 18;

/** SA, SD and SS were never issued. */
const NEVER_ISSUED = new Set(['SA', 'SD', 'SS']);

/** "1234 ab" → its code; null where it is not a postcode that can exist (first digit 0, letters SA, SD, SS). */
export function parsePostcode(text: string): PostcodeCode | null {
  return parseAsRegistered(text) ?? parseAsTyped(text);
}

/** "1234AB" letter by letter: most postcodes are written so, and a tenth of the time is enough for them. */
function parseAsRegistered(text: string): PostcodeCode | null {
  if (text.length !== 6) return null;
  let digits = 0;
  for (let index = 0; index < 4; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return null;
    digits = digits * 10 + digit;
  }
  const first = text.charCodeAt(4) - A;
  const second = text.charCodeAt(5) - A;
  if (digits < 1000 || first < 0 || first > 25 || second < 0 || second > 25) return null;
  const isNeverIssued = first === S && (second === 0 || second === D || second === S);
  return isNeverIssued ? null : digits * LETTERS + first * 26 + second;
}

function parseAsTyped(text: string): PostcodeCode | null {
  const match = /^([1-9][0-9]{3})([A-Z]{2})$/.exec(text.replace(/[\s.-]/g, '').toUpperCase());
  const [, digits, letters] = match ?? [];
  if (digits === undefined || letters === undefined || NEVER_ISSUED.has(letters)) return null;
  return Number(digits) * LETTERS + (letters.charCodeAt(0) - A) * 26 + (letters.charCodeAt(1) - A);
}

/** The code of a postcode in the register's form "1234AB". */
export function formatPostcode(code: PostcodeCode): string {
  const letters = code % LETTERS;
  return `${String(digitsOf(code))}${String.fromCharCode(A + Math.floor(letters / 26), A + (letters % 26))}`;
}

/** The four digits, 1000–9999: the part that names a district. */
export function digitsOf(code: PostcodeCode): number {
  return Math.floor(code / LETTERS);
}
