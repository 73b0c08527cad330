import { editDistance } from './edit-distance';
import { letterMask } from './fold';
import { streetKey, streetTypeOf, unexpandedStreetKey, withoutStreetType } from './street-name';
import { alignWords } from './street-alignment';
import { isNumberWord, PARTICLES, TITLES } from './street-words';

/**
 * How a typed name and a registered one belong together, strongest first. Over 173 million pairs of different
 * streets of one town, key and alignment take one for another in 1 of 3.5 million.
 */
export type MatchLevel = 'key' | 'alignment' | 'typo' | 'weak';

export interface StreetMatch {
  level: MatchLevel;
  /** Edits of a typo; 0 for the other levels. */
  edits: number;
}

/** A street's name as someone typed it, prepared once for many comparisons. */
export interface TypedStreet {
  text: string;
  key: string;
  /** The last word as typed; equal to key where nothing was expanded. */
  unexpanded: string;
  words: readonly string[];
  /** Letters that a name must have to be an alignment of this one: particles may be missing. */
  mask: number;
  fullMask: number;
}

export function typedStreet(text: string): TypedStreet {
  const key = streetKey(text);
  const words = key.split(' ');
  const significant = words.filter((word) => !PARTICLES.has(word)).join(' ');
  return {
    text,
    key,
    unexpanded: unexpandedStreetKey(text),
    words,
    mask: letterMask(significant),
    fullMask: letterMask(key),
  };
}

const LEVELS: readonly MatchLevel[] = ['key', 'alignment', 'typo', 'weak'];

/** Smaller is stronger. */
export function matchRank({ level, edits }: StreetMatch): number {
  return LEVELS.indexOf(level) * 10 + edits;
}

/** Letters of the particles that may stand in one name and be missing in the other. */
const PARTICLE_MASK = letterMask('van de het t');

/**
 * A cheap test before matchStreet, on a key's letters and length: false only where it could not match. An abbreviation
 * has no letters that the full name lacks; a misspelling adds and drops at most two letters an edit.
 */
export function mayMatch(typed: TypedStreet, keyMask: number, keyLength: number): boolean {
  if ((typed.mask & ~keyMask) === 0 || (keyMask & ~(typed.mask | PARTICLE_MASK)) === 0) return true;
  const limit = MOST_EDITS;
  if (keyLength > typed.key.length + limit || keyLength < typed.unexpanded.length - limit) return false;
  return countBits(typed.fullMask ^ keyMask) <= 2 * limit;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const SAME: StreetMatch = { level: 'key', edits: 0 };
const ALIGNED: StreetMatch = { level: 'alignment', edits: 0 };
const WEAK: StreetMatch = { level: 'weak', edits: 0 };

const MOST_EDITS = 3;

/** How the typed street matches a registered street's key; null where they are two names. */
export function matchStreet(typed: TypedStreet, key: string): StreetMatch | null {
  if (typed.key === '' || key === '') return null;
  if (typed.key === key || typed.unexpanded === key) return SAME;
  if (alignWords(typed.words, key.split(' '))) return ALIGNED;
  return matchTypo(typed, key) ?? (isWeakMatch(typed.words, key.split(' ')) ? WEAK : null);
}

/** A misspelling: few edits for the length of the stem, with numbers and a last letter as registered. */
export function matchTypo(typed: TypedStreet, key: string): StreetMatch | null {
  const limit = typoLimit(withoutStreetType(key));
  if (limit === 0) return null;
  const edits = Math.min(editDistance(typed.key, key, limit), editDistance(typed.unexpanded, key, limit));
  if (edits > limit || !sameMarks(typed.key, key) || !typesMayBeOne(typed.key, key)) return null;
  return { level: 'typo', edits };
}

/** Edits allowed for a stem without its street type: under 3 letters none, to 8 one, to 15 two, else three. */
export function typoLimit(stem: string): number {
  if (stem.length < 3) return 0;
  if (stem.length <= 8) return 1;
  return stem.length <= 15 ? 2 : 3;
}

/** "Dorpsweg" is no misspelling of "Dorpswei": two types make two streets. */
function typesMayBeOne(typedKey: string, key: string): boolean {
  const typedType = streetTypeOf(typedKey);
  const type = streetTypeOf(key);
  return typedType === '' || type === '' || typedType === type;
}

/** Numbers, Roman numerals and a single last letter tell streets apart that are alike otherwise. */
function sameMarks(a: string, b: string): boolean {
  return marks(a) === marks(b);
}

function marks(key: string): string {
  const words = key.split(' ');
  return words
    .filter((word, index) => isNumberWord(word) || (index === words.length - 1 && word.length === 1))
    .join(' ');
}

/** A title or first name left out ("Beethovenlaan"), or the number of a numbered street ("Botter" for "Botter 40"). */
function isWeakMatch(typed: readonly string[], registered: readonly string[]): boolean {
  const shorter = typed.length < registered.length ? typed : registered;
  const longer = shorter === typed ? registered : typed;
  if (shorter.length === longer.length) return false;
  const core = shorter.filter((word) => !PARTICLES.has(word));
  if (core.join('').length < 4) return false;
  return endsWith(longer, shorter) || isNumberedForm(longer, shorter);
}

function endsWith(longer: readonly string[], shorter: readonly string[]): boolean {
  const rest = longer.slice(0, longer.length - shorter.length);
  const matches = shorter.every((word, index) => word === longer[longer.length - shorter.length + index]);
  return matches && !rest.some(isNumberWord) && rest.some((word) => TITLES.has(word) || word.length > 0);
}

function isNumberedForm(longer: readonly string[], shorter: readonly string[]): boolean {
  const rest = longer.slice(shorter.length);
  return (
    rest.length === 1 && isNumberWord(rest[0] ?? '') && shorter.every((word, index) => word === longer[index])
  );
}
