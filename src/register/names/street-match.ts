import { editDistance } from '../../edit-distance';
import { type KeyShape, keyShape, MOST_EDITS, type TypedShape, typedShape, typoLimitIn } from './key-shape';
import { mayBeAligned, mayBeMisspelt } from './shape-scan';
import { streetTypeOf, typedStreetKeys } from './street-name';
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

/** One name that may be meant. Its words and shape are made where it must be compared with another name. */
class StreetForm {
  private splitWords: readonly string[] | undefined;
  private typedShape: TypedShape | undefined;

  constructor(
    readonly key: string,
    private readonly mostEdits = MOST_EDITS,
  ) {}

  get words(): readonly string[] {
    return (this.splitWords ??= this.key.split(' '));
  }

  get shape(): TypedShape {
    return (this.typedShape ??= typedShape(this.key, this.mostEdits));
  }
}

export function typedStreet(text: string): TypedStreet {
  const forms = typedStreetKeys(text).map((key) => new StreetForm(key));
  return { text, key: forms[0]?.key ?? '', isExpanded: forms.length > 1, forms };
}

const LEVELS: readonly MatchLevel[] = ['key', 'alignment', 'typo', 'weak'];

/** Smaller is stronger. */
export function matchRank({ level, edits }: StreetMatch): number {
  return LEVELS.indexOf(level) * 10 + edits;
}

/** The typed street as one of which only misspellings of so few edits are looked for. */
export function withMostEdits(typed: TypedStreet, mostEdits: number): TypedStreet {
  return { ...typed, forms: typed.forms.map(({ key }) => new StreetForm(key, mostEdits)) };
}

const NO_TYPO = Number.POSITIVE_INFINITY;
const SAME: StreetMatch = { level: 'key', edits: 0 };
const ALIGNED: StreetMatch = { level: 'alignment', edits: 0 };
const WEAK: StreetMatch = { level: 'weak', edits: 0 };

/** How the typed street matches a registered street's key; null where they are two names. */
export function matchStreet(typed: TypedStreet, key: string): StreetMatch | null {
  if (hasKey(typed, key)) return SAME;
  return matchAlike(typed, key, keyShape(key)) ?? matchWeakly(typed, key);
}

/** True where a key is one of the typed forms itself. */
export function hasKey({ forms }: TypedStreet, key: string): boolean {
  for (const form of forms) if (form.key === key) return true;
  return false;
}

/** A match by likeness to another key: an alignment of the words, or a misspelling. */
export function matchAlike({ forms }: TypedStreet, key: string, shape: KeyShape): StreetMatch | null {
  const { mask, head, outline } = shape;
  for (const form of forms) {
    if (mayBeAligned(form.shape, mask, outline) && alignWords(form.words, key.split(' '))) return ALIGNED;
  }
  let fewest = NO_TYPO;
  for (const { key: typedKey, shape: typed } of forms) {
    if (mayBeMisspelt(typed, mask, head, outline))
      fewest = Math.min(fewest, editsOfTypo(typedKey, key, Math.min(typed.mostEdits, typoLimitIn(outline))));
  }
  return fewest === NO_TYPO ? null : { level: 'typo', edits: fewest };
}

/** A match that leaves a title, a first name or a number out. */
export function matchWeakly({ forms }: TypedStreet, key: string): StreetMatch | null {
  for (const form of forms)
    if (mayBeWeak(form.key, key) && isWeakMatch(form.words, key.split(' '))) return WEAK;
  return null;
}

/** Before words are compared: one name must begin or end the other. */
function mayBeWeak(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && (long.endsWith(short) || long.startsWith(short));
}

/** A misspelling: few edits, with numbers, a last letter and the street type as registered. */
function editsOfTypo(typedKey: string, key: string, limit: number): number {
  const edits = editsBetween(typedKey, key, limit);
  return edits <= limit && sameMarks(typedKey, key) && typesMayBeOne(typedKey, key) ? edits : NO_TYPO;
}

/** Keys have `ij` as `y`; a slip within it ("Linjbaan") is one edit only where it is spelt out. */
function editsBetween(a: string, b: string, limit: number): number {
  const edits = editDistance(a, b, limit);
  if (edits <= 1 || a.includes('y') === b.includes('y')) return edits;
  return Math.min(edits, editDistance(a.replaceAll('y', 'ij'), b.replaceAll('y', 'ij'), limit));
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
