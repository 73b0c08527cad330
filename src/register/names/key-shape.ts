import { letterMask } from './fold';
import { withoutStreetType } from './street-name';
import { PARTICLES } from './street-words';

/** How many characters begin a name. */
const HEAD = 6;

/**
 * What a key looks like from afar, in three signed 32-bit integers (unsigned ones would be boxed), so that a scan of a
 * town's streets passes over nearly all of them without reading a name.
 */
export interface KeyShape {
  /** Its letters and digits as bits. */
  mask: number;
  /** Those of its head, by which most misspellings are ruled out: names differ in their beginnings. */
  head: number;
  /** Edits that a misspelling of it may take, its length, its last and first character, and its first real word's. */
  outline: number;
}

/** Where the parts of an outline lie: characters of 7 bits, a length of 8, a limit of 2. */
export const OUTLINE = { significantAt: 0, firstAt: 7, lastAt: 14, lengthAt: 21, limitAt: 29 } as const;
const LONGEST = 0xff;

export function keyShape(key: string): KeyShape {
  return { mask: letterMask(key), head: letterMask(key.slice(0, HEAD)), outline: outlineOf(key) };
}

function outlineOf(key: string): number {
  if (key === '') return 0;
  const length = Math.min(key.length, LONGEST);
  return (
    (typoLimit(withoutStreetType(key).length) << OUTLINE.limitAt) |
    (length << OUTLINE.lengthAt) |
    (key.charCodeAt(key.length - 1) << OUTLINE.lastAt) |
    (key.charCodeAt(0) << OUTLINE.firstAt) |
    (firstOfSignificant(key) << OUTLINE.significantAt)
  );
}

/** Edits that a misspelling of the key may take. */
export function typoLimitIn(outline: number): number {
  return outline >>> OUTLINE.limitAt;
}

function firstOfSignificant(key: string): number {
  let start = 0;
  for (
    let end = key.indexOf(' ');
    end >= 0 && PARTICLES.has(key.slice(start, end));
    end = key.indexOf(' ', start)
  ) {
    start = end + 1;
  }
  return start < key.length ? key.charCodeAt(start) : 0;
}

/** Edits that a misspelling may take at most, however long the name. */
export const MOST_EDITS = 3;

/** A typed key's shape, with what may differ in a name that is alike. */
export interface TypedShape extends KeyShape {
  /** Its letters without those of the particles that an alignment may skip. */
  significantMask: number;
  /** Letters that a head may have after 0, 1, 2 or 3 edits: each may bring one more character into it. */
  heads: readonly number[];
  /** Edits of a misspelling that are looked for. */
  mostEdits: number;
}

export function typedShape(key: string, wantedEdits: number): TypedShape {
  const { mask, head, outline } = keyShape(key);
  const significant = key.includes(' ') ? key.split(' ').filter((word) => !PARTICLES.has(word)) : [key];
  const headAfter = (edits: number) => head | letterMask(key.slice(HEAD, HEAD + edits));
  return {
    mask,
    head,
    outline,
    significantMask: letterMask(significant.join('')),
    heads: [head, headAfter(1), headAfter(2), headAfter(3)],
    mostEdits: Math.min(wantedEdits, editsThatItMayHold(key)),
  };
}

/** A longer name may hold more edits, but what is longer by more than these it cannot be a misspelling of. */
function editsThatItMayHold(typed: string): number {
  return [3, 2, 1].find((edits) => typoLimit(typed.length + edits) >= edits) ?? 0;
}

/** Edits allowed for a stem of this many letters: under 3 none, to 8 one, to 15 two, else three. */
export function typoLimit(stemLetters: number): number {
  if (stemLetters < 3) return 0;
  if (stemLetters <= 8) return 1;
  return stemLetters <= 15 ? 2 : 3;
}
