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

// Where the parts of an outline lie: characters of 7 bits, a length of 8, a limit of 2.
const SIGNIFICANT = 0x7f;
const FIRST = SIGNIFICANT << 7;
const LAST = SIGNIFICANT << 14;
const LENGTH_AT = 21;
const LONGEST = 0xff;
const LIMIT_AT = 29;

export function keyShape(key: string): KeyShape {
  return { mask: letterMask(key), head: letterMask(key.slice(0, HEAD)), outline: outlineOf(key) };
}

function outlineOf(key: string): number {
  if (key === '') return 0;
  const limit = typoLimit(withoutStreetType(key).length);
  const length = Math.min(key.length, LONGEST);
  const ends = (key.charCodeAt(key.length - 1) << 14) | (key.charCodeAt(0) << 7) | firstOfSignificant(key);
  return (limit << LIMIT_AT) | (length << LENGTH_AT) | ends;
}

function lengthIn(outline: number): number {
  return (outline >>> LENGTH_AT) & LONGEST;
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

/** Letters of the particles that may stand in one name and be missing in the other. */
const PARTICLE_MASK = letterMask('van de het t');

/** A typed key's shape, and its letters without those of the particles that an alignment may skip. */
export interface TypedShape extends KeyShape {
  significantMask: number;
  /** Letters that a head may have after 0, 1, 2 or 3 edits: each may bring one more character into it. */
  heads: readonly number[];
}

/** A typed key's shape, with what stands in only one of two names that may be alike. */
export function typedShape(key: string): TypedShape {
  const { mask, head, outline } = keyShape(key);
  const significant = key.includes(' ') ? key.split(' ').filter((word) => !PARTICLES.has(word)) : [key];
  const headAfter = (edits: number) => head | letterMask(key.slice(HEAD, HEAD + edits));
  return {
    mask,
    head,
    outline,
    significantMask: letterMask(significant.join('')),
    heads: [head, headAfter(1), headAfter(2), headAfter(3)],
  };
}

/**
 * False only where no alignment could make one key of the other: it is as long with the same letters, or it ends as the
 * name does, begins as it or its first real word does, and has no letters that the name lacks.
 */
export function mayBeAligned(typed: TypedShape, { mask, outline }: KeyShape): boolean {
  const difference = outline ^ typed.outline;
  // The same words in another order.
  if (mask === typed.mask && lengthIn(outline) === lengthIn(typed.outline)) return true;
  if ((difference & LAST) !== 0) return false;
  if ((typed.significantMask & ~mask) !== 0 && (mask & ~(typed.mask | PARTICLE_MASK)) !== 0) return false;
  if ((difference & FIRST) === 0 || (difference & SIGNIFICANT) === 0) return true;
  const first = (outline & FIRST) >>> 7;
  const typedFirst = (typed.outline & FIRST) >>> 7;
  return first === (typed.outline & SIGNIFICANT) || (outline & SIGNIFICANT) === typedFirst;
}

/** False only where neither key could begin or end the other. */
export function mayBePart(typed: KeyShape, { mask, outline }: KeyShape): boolean {
  if ((typed.mask & ~mask) !== 0 && (mask & ~typed.mask) !== 0) return false;
  const difference = outline ^ typed.outline;
  return (difference & LAST) === 0 || (difference & FIRST) === 0;
}

/** False only where lengths or letters differ by more than the edits that such a name may hold. */
export function mayBeMisspelt(
  typed: TypedShape,
  { mask, head, outline }: KeyShape,
  mostEdits: number,
): boolean {
  const limit = Math.min(mostEdits, outline >>> LIMIT_AT);
  if (Math.abs(lengthIn(outline) - lengthIn(typed.outline)) > limit) return false;
  // Two letters an edit, and one more for a slip within `ij`, which keys hold as `y`.
  return hasAtMost(limit, head & ~(typed.heads[limit] ?? 0)) && hasAtMost(2 * limit + 1, typed.mask ^ mask);
}

function hasAtMost(count: number, bits: number): boolean {
  let rest = bits;
  for (let taken = 0; taken < count && rest !== 0; taken++) rest &= rest - 1;
  return rest === 0;
}

/** Edits allowed for a stem of this many letters: under 3 none, to 8 one, to 15 two, else three. */
export function typoLimit(stemLetters: number): number {
  if (stemLetters < 3) return 0;
  if (stemLetters <= 8) return 1;
  return stemLetters <= 15 ? 2 : 3;
}
