import { letterMask } from './fold';
import { PARTICLES } from './street-words';

/** How many characters begin a name. */
const HEAD = 6;

/**
 * What a key looks like from afar, in three integers, so that a scan of a town's streets passes over nearly all of them
 * without reading a name.
 */
export interface KeyShape {
  /** Its letters and digits as bits. */
  mask: number;
  /** Those of its head, by which most misspellings are ruled out: names differ in their beginnings. */
  head: number;
  /** Length, last character, first character and that of the first word that is no particle, 8 bits each. */
  outline: number;
}

const NO_CHARACTER = 0;
// The parts of an outline.
const LAST = 0x00ff0000;
const FIRST = 0x0000ff00;
const SIGNIFICANT = 0x000000ff;

export function keyShape(key: string): KeyShape {
  return { mask: letterMask(key), head: letterMask(key.slice(0, HEAD)), outline: outlineOf(key) };
}

function outlineOf(key: string): number {
  const first = key === '' ? NO_CHARACTER : key.charCodeAt(0);
  const last = key === '' ? NO_CHARACTER : key.charCodeAt(key.length - 1);
  return ((Math.min(key.length, 255) << 24) | (last << 16) | (first << 8) | firstOfSignificant(key)) >>> 0;
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
  return start < key.length ? key.charCodeAt(start) : NO_CHARACTER;
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
  if (mask === typed.mask && difference >>> 24 === 0) return true;
  if ((difference & LAST) !== 0) return false;
  if ((typed.significantMask & ~mask) !== 0 && (mask & ~(typed.mask | PARTICLE_MASK)) !== 0) return false;
  if ((difference & FIRST) === 0 || (difference & SIGNIFICANT) === 0) return true;
  const typedFirsts = typed.outline & (FIRST | SIGNIFICANT);
  return (
    ((outline >>> 8) & SIGNIFICANT) === (typedFirsts & SIGNIFICANT) ||
    (outline & SIGNIFICANT) === typedFirsts >>> 8
  );
}

/** False only where neither key could begin or end the other. */
export function mayBePart(typed: KeyShape, { mask, outline }: KeyShape): boolean {
  if ((typed.mask & ~mask) !== 0 && (mask & ~typed.mask) !== 0) return false;
  const difference = outline ^ typed.outline;
  return (difference & LAST) === 0 || (difference & FIRST) === 0;
}

/** False only where lengths or letters differ by more than the edits that a name of this length may hold. */
export function mayBeMisspelt(
  typed: TypedShape,
  { mask, head, outline }: KeyShape,
  mostEdits: number,
): boolean {
  const length = outline >>> 24;
  const limit = Math.min(mostEdits, typoLimit(length));
  if (Math.abs(length - (typed.outline >>> 24)) > limit) return false;
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
