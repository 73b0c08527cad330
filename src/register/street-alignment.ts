import { isNumberWord, PARTICLES, STREET_TYPES, TITLES } from './street-words';

/** Longer than this, a beginning of a word is no abbreviation any more but another word. */
const LONGEST_PREFIX = 4;
const MOST_JOINED_WORDS = 4;

/**
 * True where the words of two names stand for each other one by one: equal, an initial or a beginning of at most
 * four letters, joined or split, with particles left out on either side, or the same words in another order. The last
 * word is never abbreviated so, nor is a title by its first letter.
 */
export function alignWords(a: readonly string[], b: readonly string[]): boolean {
  if (!sharesLastLetter(a, b)) return false;
  return align(a, 0, b, 0, false) || sameWordsReordered(a, b);
}

function sharesLastLetter(a: readonly string[], b: readonly string[]): boolean {
  return (a[a.length - 1] ?? '').slice(-1) === (b[b.length - 1] ?? '').slice(-1) || a.length === b.length;
}

/** `anchored`: a whole word that names something has been equal on the way. */
function align(a: readonly string[], i: number, b: readonly string[], j: number, anchored: boolean): boolean {
  const wordA = a[i];
  const wordB = b[j];
  if (wordA === undefined || wordB === undefined) return wordA === wordB && anchored;
  if (wordA === wordB && align(a, i + 1, b, j + 1, anchored || isAnchor(wordA))) return true;
  if (isAbbreviation(a, i, b, j) && align(a, i + 1, b, j + 1, anchored)) return true;
  if (alignJoined(a, i, b, j, anchored) || alignJoined(b, j, a, i, anchored)) return true;
  return (
    (isSkippable(a, i) && align(a, i + 1, b, j, anchored)) ||
    (isSkippable(b, j) && align(a, i, b, j + 1, anchored))
  );
}

/** One word of `a` is several of `b` written together. */
function alignJoined(
  a: readonly string[],
  i: number,
  b: readonly string[],
  j: number,
  anchored: boolean,
): boolean {
  const whole = a[i] ?? '';
  let joined = b[j] ?? '';
  for (let taken = 2; taken <= MOST_JOINED_WORDS && joined.length < whole.length; taken++) {
    const next = b[j + taken - 1];
    if (next === undefined) return false;
    joined += next;
    if (joined === whole) return align(a, i + 1, b, j + taken, anchored || isAnchor(whole));
  }
  return false;
}

function isAbbreviation(a: readonly string[], i: number, b: readonly string[], j: number): boolean {
  if (i === a.length - 1 || j === b.length - 1) return false;
  const wordA = a[i] ?? '';
  const wordB = b[j] ?? '';
  const [short, long] = wordA.length < wordB.length ? [wordA, wordB] : [wordB, wordA];
  if (short.length > LONGEST_PREFIX || short === long || isNumberWord(short) !== isNumberWord(long))
    return false;
  return long.startsWith(short) && !(short.length === 1 && TITLES.has(long));
}

function isSkippable(words: readonly string[], index: number): boolean {
  return index < words.length - 1 && PARTICLES.has(words[index] ?? '');
}

function isAnchor(word: string): boolean {
  return word.length >= 3 && !STREET_TYPES.includes(word) && !TITLES.has(word);
}

function sameWordsReordered(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.length > 1 && [...a].sort().join(' ') === [...b].sort().join(' ');
}
