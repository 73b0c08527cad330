import { isNumberWord, PARTICLES, STREET_TYPES, TITLES } from './street-words';

/** Longer than this, a beginning of a word is no abbreviation any more but another word. */
const LONGEST_PREFIX = 4;
const MOST_JOINED_WORDS = 4;
/** Twice as many as any street of the register has; longer texts are compared only by key and in another order. */
const MOST_WORDS = 16;

type Words = readonly string[];

/** How far two names are read. */
interface Reading {
  a: number;
  b: number;
  /** A whole word that names something has been equal on the way. */
  anchored: boolean;
}

type Step = (a: Words, b: Words, at: Reading) => Reading | null;

/** The ways in which words of two names stand for each other, likeliest first. */
const STEPS: readonly Step[] = [
  sameWord,
  abbreviation,
  joinedInFirst,
  joinedInSecond,
  particleOfFirst,
  particleOfSecond,
];

/**
 * True where the words of two names stand for each other one by one: equal, an initial or a beginning of at most
 * four letters, joined or split, with particles left out on either side, or the same words in another order. The last
 * word is never abbreviated so, nor is a title by its first letter.
 */
export function alignWords(a: Words, b: Words): boolean {
  if (a.length === 1 && b.length === 1) return a[0] === b[0] && isAnchor(wordAt(a, 0));
  return (endAlike(a, b) && alignInOrder(a, b)) || sameWordsReordered(a, b);
}

/**
 * Readings of the comparison under way that led nowhere. Without them the ways through two rows of particles double with
 * every word: twelve words took half a minute.
 */
const deadEnds = new Set<number>();

function alignInOrder(a: Words, b: Words): boolean {
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return false;
  deadEnds.clear();
  return align(a, b, { a: 0, b: 0, anchored: false });
}

/** Cheap to see, and true of every alignment: the last words end in the same letter. */
function endAlike(a: Words, b: Words): boolean {
  return a.at(-1)?.at(-1) === b.at(-1)?.at(-1);
}

function align(a: Words, b: Words, at: Reading): boolean {
  if (at.a === a.length || at.b === b.length) return at.a === a.length && at.b === b.length && at.anchored;
  const reading = (at.a * (MOST_WORDS + 1) + at.b) * 2 + Number(at.anchored);
  if (deadEnds.has(reading)) return false;
  for (const step of STEPS) {
    const next = step(a, b, at);
    if (next !== null && align(a, b, next)) return true;
  }
  deadEnds.add(reading);
  return false;
}

function sameWord(a: Words, b: Words, at: Reading): Reading | null {
  const word = wordAt(a, at.a);
  if (word !== wordAt(b, at.b)) return null;
  return { a: at.a + 1, b: at.b + 1, anchored: at.anchored || isAnchor(word) };
}

function abbreviation(a: Words, b: Words, at: Reading): Reading | null {
  if (at.a === a.length - 1 || at.b === b.length - 1) return null;
  const first = wordAt(a, at.a);
  const second = wordAt(b, at.b);
  const stands = first.length < second.length ? abbreviates(first, second) : abbreviates(second, first);
  return stands ? { a: at.a + 1, b: at.b + 1, anchored: at.anchored } : null;
}

function abbreviates(short: string, long: string): boolean {
  if (short.length > LONGEST_PREFIX || !long.startsWith(short)) return false;
  if (isNumberWord(short) || isNumberWord(long)) return false;
  return !(short.length === 1 && TITLES.has(long));
}

function joinedInFirst(a: Words, b: Words, at: Reading): Reading | null {
  const taken = wordsJoinedIn(wordAt(a, at.a), b, at.b);
  return taken === 0
    ? null
    : { a: at.a + 1, b: at.b + taken, anchored: at.anchored || isAnchor(wordAt(a, at.a)) };
}

function joinedInSecond(a: Words, b: Words, at: Reading): Reading | null {
  const taken = wordsJoinedIn(wordAt(b, at.b), a, at.a);
  return taken === 0
    ? null
    : { a: at.a + taken, b: at.b + 1, anchored: at.anchored || isAnchor(wordAt(b, at.b)) };
}

/** How many words from an index on make up `whole` when written together; 0 where none do. */
function wordsJoinedIn(whole: string, words: Words, from: number): number {
  let joined = '';
  for (let taken = 1; taken <= MOST_JOINED_WORDS && joined.length < whole.length; taken++) {
    joined += wordAt(words, from + taken - 1);
    if (taken > 1 && joined === whole) return taken;
  }
  return 0;
}

function particleOfFirst(a: Words, _b: Words, at: Reading): Reading | null {
  return isSkippable(a, at.a) ? { ...at, a: at.a + 1 } : null;
}

function particleOfSecond(_a: Words, b: Words, at: Reading): Reading | null {
  return isSkippable(b, at.b) ? { ...at, b: at.b + 1 } : null;
}

function isSkippable(words: Words, index: number): boolean {
  return index < words.length - 1 && PARTICLES.has(wordAt(words, index));
}

/** A word by which a street is known: not a type, a title or a few letters. */
function isAnchor(word: string): boolean {
  return word.length >= 3 && !STREET_TYPES.includes(word) && !TITLES.has(word);
}

function sameWordsReordered(a: Words, b: Words): boolean {
  return a.length === b.length && a.length > 1 && [...a].sort().join(' ') === [...b].sort().join(' ');
}

function wordAt(words: Words, index: number): string {
  return words[index] ?? '';
}
