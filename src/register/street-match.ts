import { editDistance } from './edit-distance';
import { letterMask } from './fold';
import { streetTypeOf, typedStreetKeys, unexpandedStreetKey, withoutStreetType } from './street-name';
import { alignWords } from './street-alignment';
import { isNumberWord, PARTICLES } from './street-words';

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
  /** The likeliest form's key. */
  key: string;
  /** True where the last word was an abbreviated street type. */
  isExpanded: boolean;
  /** Every name that may be meant, likeliest first. */
  forms: readonly StreetForm[];
}

interface StreetForm {
  key: string;
  words: readonly string[];
  /** Letters of all words, and without the particles that an alignment may skip. */
  mask: number;
  significantMask: number;
}

export function typedStreet(text: string): TypedStreet {
  const forms = typedStreetKeys(text).map(toForm);
  const key = forms[0]?.key ?? '';
  return { text, key, isExpanded: key !== unexpandedStreetKey(text), forms };
}

function toForm(key: string): StreetForm {
  const words = key.split(' ');
  const significant = words.filter((word) => !PARTICLES.has(word)).join(' ');
  return { key, words, mask: letterMask(key), significantMask: letterMask(significant) };
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
export function mayMatch({ forms }: TypedStreet, keyMask: number, keyLength: number): boolean {
  return forms.some(({ key, mask, significantMask }) => {
    if ((significantMask & ~keyMask) === 0 || (keyMask & ~(significantMask | PARTICLE_MASK)) === 0)
      return true;
    return Math.abs(keyLength - key.length) <= MOST_EDITS && countBits(mask ^ keyMask) <= 2 * MOST_EDITS;
  });
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
export function matchStreet({ forms }: TypedStreet, key: string): StreetMatch | null {
  if (key === '') return null;
  if (forms.some((form) => form.key === key)) return SAME;
  const words = key.split(' ');
  if (forms.some((form) => alignWords(form.words, words))) return ALIGNED;
  const typo = matchTypo(forms, key);
  return typo ?? (forms.some((form) => isWeakMatch(form.words, words)) ? WEAK : null);
}

/** A misspelling: few edits for the length of the stem, with numbers and a last letter as registered. */
function matchTypo(forms: readonly StreetForm[], key: string): StreetMatch | null {
  const limit = typoLimit(withoutStreetType(key));
  if (limit === 0) return null;
  let edits = limit + 1;
  for (const form of forms) {
    if (sameMarks(form.key, key) && typesMayBeOne(form.key, key))
      edits = Math.min(edits, editsBetween(form.key, key, limit));
  }
  return edits > limit ? null : { level: 'typo', edits };
}

/** Keys have `ij` as `y`; a slip within it ("Linjbaan") is one edit only where it is spelt out. */
function editsBetween(a: string, b: string, limit: number): number {
  const edits = editDistance(a, b, limit);
  if (edits <= 1 || !(a.includes('y') || b.includes('y'))) return edits;
  return Math.min(edits, editDistance(a.replaceAll('y', 'ij'), b.replaceAll('y', 'ij'), limit));
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
  return matches && !rest.some(isNumberWord);
}

function isNumberedForm(longer: readonly string[], shorter: readonly string[]): boolean {
  const rest = longer.slice(shorter.length);
  return (
    rest.length === 1 && isNumberWord(rest[0] ?? '') && shorter.every((word, index) => word === longer[index])
  );
}
