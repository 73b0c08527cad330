/** A house number and what stands behind it, as someone typed them. */
export interface TypedNumber {
  houseNumber: number;
  /** '' where nothing stands behind the number. */
  addition: string;
}

/** Perhaps "nr.", then digits, then whatever follows; more than six digits are no house number. */
const NUMBER =
  /^[^\p{L}\p{N}]*(?:(?:nr|no|nummer|huisnr|huisnummer)(?![\p{L}])[^\p{L}\p{N}]*)?(\d{1,6})(?!\d)(.*)$/isu;

/** "12a", "12 bis", "23 - II", "3HS", " 35. " → the number and its addition; null without a leading number. */
export function parseHouseNumber(text: string): TypedNumber | null {
  const [, digits, rest] = NUMBER.exec(text) ?? [];
  if (digits === undefined || rest === undefined) return null;
  return { houseNumber: Number(digits), addition: trimSeparators(rest) };
}

/** Letter and toevoeging of the register as one addition: "A" and "3" → "A-3". */
export function joinAddition(letter: string, suffix: string): string {
  return letter !== '' && suffix !== '' ? `${letter}-${suffix}` : letter + suffix;
}

/** Blanks and marks at either end mean nothing: "- a" → "a". */
export function trimSeparators(text: string): string {
  return /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(text)?.[0] ?? '';
}

const GROUND_FLOOR = new Set(['HS', 'HUIS', 'H']);
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/**
 * The registered addition that a typed one means: the same but for case, separators, Roman or Arabic numerals, and the
 * ways to write "huis" and "bis". The closest spelling wins. Undefined where none fits.
 */
export function findAddition(typed: string, registered: readonly string[]): string | undefined {
  for (const fold of [foldCase, foldSeparators, foldWords, foldOrder]) {
    const folded = fold(typed);
    // "½" folds to nothing and is no bare number for that.
    if (folded === '' && typed.trim() !== '') continue;
    const found = registered.find((addition) => fold(addition) === folded);
    if (found !== undefined) return found;
  }
  return undefined;
}

function foldCase(addition: string): string {
  return addition.trim().toUpperCase();
}

function foldSeparators(addition: string): string {
  return addition.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

function foldWords(addition: string): string {
  const parts = addition.toUpperCase().match(/\d+|\p{L}+/gu) ?? [];
  return parts.map(foldWord).join(' ');
}

/** "2a" and "A-2": letter and number are told in either order. */
function foldOrder(addition: string): string {
  return foldWords(addition).split(' ').sort().join(' ');
}

function foldWord(word: string): string {
  if (GROUND_FLOOR.has(word)) return 'HS';
  if (word.startsWith('BIS')) return `BS${word.slice(3)}`;
  const numeral = ROMAN.indexOf(word);
  return numeral < 0 ? word.replace(/^0+(?=\d)/, '') : String(numeral + 1);
}
