/**
 * A Dutch postcode as an integer: digits × 676 + letters, so that the codes sort as the postcodes do.
 * 0 stands for "no postcode".
 */
export type PostcodeCode = number;

/** How many pairs of letters a district has. */
export const LETTERS = 26 * 26;
const ZERO = 48;
const A = 65;

/** "1234 ab" or "NL-1234 AB" → its code; null where it is not a postcode that can exist (first digit 0, letters SA, SD, SS). */
export function parsePostcode(text: string): PostcodeCode | null {
  // Most are written as registered; cleaning those up would take ten times as long as reading them.
  return readPostcode(text) ?? readPostcode(text.toUpperCase().replace(/^\s*NL(?=[\s-]*\d)|[\s.-]/g, ''));
}

function readPostcode(text: string): PostcodeCode | null {
  if (text.length !== 6) return null;
  let digits = 0;
  for (let index = 0; index < 4; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return null;
    digits = digits * 10 + digit;
  }
  const first = text.charCodeAt(4) - A;
  const second = text.charCodeAt(5) - A;
  if (first < 0 || first > 25 || second < 0 || second > 25) return null;
  const code = digits * LETTERS + first * 26 + second;
  return mayExist(code) ? code : null;
}

/** False for a code whose first digit is 0, or whose letters were never issued. */
export function mayExist(code: PostcodeCode): boolean {
  return digitsOf(code) >= 1000 && !NEVER_ISSUED.has(code % LETTERS);
}

/** SA, SD and SS. */
const NEVER_ISSUED = new Set(
  ['SA', 'SD', 'SS'].map((pair) => (pair.charCodeAt(0) - A) * 26 + pair.charCodeAt(1) - A),
);

/** The code of a postcode in the register's form "1234AB". */
export function formatPostcode(code: PostcodeCode): string {
  const letters = code % LETTERS;
  return `${String(digitsOf(code))}${String.fromCharCode(A + Math.floor(letters / 26), A + (letters % 26))}`;
}

/** The four digits, 1000–9999: the part that names a district. */
export function digitsOf(code: PostcodeCode): number {
  return Math.floor(code / LETTERS);
}
