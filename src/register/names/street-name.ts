import { fold } from './fold';
import {
  ARTICLES,
  ORDINALS,
  STREET_TYPE_ABBREVIATIONS,
  STREET_TYPES,
  WORD_ABBREVIATIONS,
  FRISIAN_TYPES,
} from './street-words';

/**
 * Raised whenever a name's key or its shape changes: an edition holds both, and one that was built by other rules would not find
 * its streets.
 */
export const SPELLING_RULES = 2;

/**
 * The key of a street's name: the one form under which the register's names and people's spellings of them meet.
 * Two different streets of one town share a key in only two places of the country.
 */
export function streetKey(name: string): string {
  return expandStreetType(unexpandedStreetKey(name));
}

/** As streetKey, but with the last word as it was typed: "Veldstr" stays "veldstr". */
export function unexpandedStreetKey(name: string): string {
  const folded = fold(name);
  if (!folded.includes(' ')) return commonForm(folded, undefined, true);
  const words = folded.split(' ');
  const last = words.length - 1;
  return words.map((word, index) => commonForm(word, words[index - 1], index === last)).join(' ');
}

/**
 * Every key that a typed name may mean, likeliest first: "Kipln" is "kiplein" or "kiplaan", and "Veldstr" may be a name
 * as it is.
 */
export function typedStreetKeys(name: string): readonly string[] {
  const key = unexpandedStreetKey(name);
  const keys: string[] = [];
  for (const [abbreviation, type] of abbreviationsAtEnd(key)) {
    if (key.endsWith(abbreviation)) keys.push(key.slice(0, -abbreviation.length) + type);
  }
  keys.push(key);
  return keys;
}

/** A Frisian name's key with the Dutch type, as many write it: "Haadstrjitte" → "haadstraat". Null for other names. */
export function dutchStreetKey(key: string): string | null {
  for (const [dutch, frisian] of FRISIAN_TYPES)
    if (key.endsWith(frisian)) return key.slice(0, -frisian.length) + dutch;
  return null;
}

/** The key without the street type of its last word, by whose length misspellings are limited. */
export function withoutStreetType(key: string): string {
  const type = streetTypeOf(key);
  return type === '' ? key : key.slice(0, -type.length).trimEnd();
}

/** The street type that ends a key, '' where there is none or nothing before it. */
export function streetTypeOf(key: string): string {
  for (const type of TYPES_BY_END.get(lastTwo(key)) ?? NONE) {
    if (key.length > type.length && key.endsWith(type)) return type;
  }
  return '';
}

function abbreviationsAtEnd(word: string): readonly (readonly [string, string])[] {
  return ABBREVIATIONS_BY_END.get(word.charCodeAt(word.length - 1)) ?? NONE;
}

function lastTwo(word: string): number {
  return (word.charCodeAt(word.length - 2) << 7) | word.charCodeAt(word.length - 1);
}

/** Few end in the same letters, so that most names are not compared with any. */
const TYPES_BY_END = groupBy(STREET_TYPES, lastTwo);
const ABBREVIATIONS_BY_END = groupBy(STREET_TYPE_ABBREVIATIONS, ([abbreviation]) =>
  abbreviation.charCodeAt(abbreviation.length - 1),
);
const NONE: readonly never[] = [];

function groupBy<Item>(items: readonly Item[], groupOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  return groups;
}

/** One word's common form; "vd" has two words in it. */
function commonForm(word: string, previous: string | undefined, isLast: boolean): string {
  if (word.length === 1) return letterForm(word, previous, isLast);
  if (ARTICLES.has(word)) return 'de';
  if (word === 'vd' || word === 'vdn') return 'van de';
  return ORDINALS.get(word) ?? (isLast ? word : (WORD_ABBREVIATIONS.get(word) ?? word));
}

/** "v" is van, "d" after it is de, "t" at the beginning is het; elsewhere a letter is an initial. */
function letterForm(letter: string, previous: string | undefined, isLast: boolean): string {
  if (isLast) return letter;
  if (letter === 'v') return 'van';
  if (letter === 'd' && (previous === 'v' || previous === 'van')) return 'de';
  return letter === 't' && previous === undefined ? 'het' : letter;
}

function expandStreetType(key: string): string {
  for (const [abbreviation, type] of abbreviationsAtEnd(key)) {
    if (key.endsWith(abbreviation)) return key.slice(0, -abbreviation.length) + type;
  }
  return key;
}
