import type { AddressCheckAnswer } from '../checks/answer';
import type { Diagnosis } from '../checks/judgement';
import type { KnownCustomerAddress } from '../customers/known-address';
import { addressText, PART_NAMES, type PartName, partsOf } from './address-text';
import type { CaseEntry } from './case-entry';
import * as words from './case-words';
import { type Language, listed, say } from './case-words';
import { QUESTIONS, STALE_DOUBT } from './customer-words';

/** What is in question, and all that the carrier knows by itself. */
export interface InQuestion {
  entry: CaseEntry;
  check: AddressCheckAnswer | null;
  known: readonly KnownCustomerAddress[];
}

/** Which parts of the entry seem to be of an earlier address; null where none do. */
export function doubtText({ check }: InQuestion, language: Language): string | null {
  const stale = staleOf(check?.diagnosis);
  if (stale.length === 0) return null;
  const said = say(stale.length === 1 ? STALE_DOUBT.one : STALE_DOUBT.several, language);
  return said.replace('{parts}', () => partsText(stale, language));
}

function staleOf(diagnosis: Diagnosis | undefined): PartName[] {
  return PART_NAMES.filter((name) => diagnosis?.stale.includes(name) === true);
}

/**
 * What only the customer can tell; that nothing is needed, where the carrier can answer it by itself: what the entry is a mix of
 * is known, or where the customer lives now.
 */
export function questionText(asked: InQuestion, language: Language): string {
  const { entry, check } = asked;
  if (check === null || isKnown(asked)) return say(QUESTIONS.none, language);
  const choices = check.candidates.slice(0, MOST_CHOICES).map(({ address }) => addressText(partsOf(address)));
  if (choices.length > 0) {
    const question = choices.length === 1 ? QUESTIONS.whether : QUESTIONS.which;
    return say(question, language).replace('{choices}', () => eitherText(choices, language));
  }
  const missing = entry.parts.filter(isMissing).map(({ name }) => name);
  if (missing.length === 0) return say(QUESTIONS.none, language);
  return say(QUESTIONS.part, language).replace('{parts}', () => partsText(missing, language));
}

/** More than these nobody reads. */
const MOST_CHOICES = 3;

function isKnown({ check, known }: InQuestion): boolean {
  if (check === null) return false;
  const { verdict, diagnosis, candidates } = check;
  const isMeant = candidates.some(({ knownAs }) => knownAs === 'current');
  const isMixed = diagnosis.kind === 'mixed_addresses' && diagnosis.confidence !== 'low';
  return verdict === 'accept' || isMeant || isMixed || known.some(({ role }) => role === 'current');
}

/** Nobody has to give an addition, and nobody is asked for what fits. */
function isMissing({ name, text, mark }: CaseEntry['parts'][number]): boolean {
  return mark !== 'fits' && (name !== 'houseNumberAddition' || text !== null);
}

function partsText(names: readonly PartName[], language: Language): string {
  return listed(
    names.map((name) => say(words.THE_PARTS[name], language)),
    language,
  );
}

function eitherText(choices: readonly string[], language: Language): string {
  return choices.join(language === 'nl' ? '; of ' : '; or ');
}
