import type { EnteredAddress } from '../checks/address';
import { type AddressCheckAnswer, reworded } from '../checks/answer';
import type { Candidate, Diagnosis } from '../checks/judgement';
import { addressText, PART_NAMES, type PartName, type PartTexts, typedParts } from './address-text';
import * as words from './case-words';
import { type Language, listed, say } from './case-words';

/** What is known of a part of an entry: of an earlier address, as it should be, or neither. */
export type EntryMark = keyof typeof words.MARKS;

export interface EntryPart {
  name: PartName;
  label: string;
  /** As it was typed; null where it was not. */
  text: string | null;
  mark: EntryMark;
  markText: string;
}

/** What was typed, in parts, beside what its check says of it. */
export interface CaseEntry {
  text: string;
  parts: EntryPart[];
  /** What went wrong, how sure that is and by what it is known; null where nothing did. */
  diagnosis: string | null;
  reasons: { severity: 'error' | 'warning' | 'info'; text: string }[];
}

/** An entry as the page shows it; `check` is null while there is none. */
export function caseEntry(
  entry: EnteredAddress,
  check: AddressCheckAnswer | null,
  language: Language,
): CaseEntry {
  const typed = typedParts(entry);
  return {
    text: addressText(typed) || (entry.addressLine ?? ''),
    parts: PART_NAMES.map((name) => entryPart(name, { typed, check }, language)),
    diagnosis: check === null ? null : diagnosisText(check.diagnosis, language),
    reasons: reasonsOf(check, language),
  };
}

function reasonsOf(check: AddressCheckAnswer | null, language: Language): CaseEntry['reasons'] {
  if (check === null) return [];
  return reworded(check, language).reasons.map(({ severity, message }) => ({ severity, text: message }));
}

function entryPart(
  name: PartName,
  { typed, check }: { typed: PartTexts; check: AddressCheckAnswer | null },
  language: Language,
): EntryPart {
  const text = typed[name];
  const mark = markOf(name, text, check);
  return {
    name,
    label: say(words.PARTS[name], language),
    text,
    mark,
    markText: say(words.MARKS[mark], language),
  };
}

function markOf(name: PartName, text: string | null, check: AddressCheckAnswer | null): EntryMark {
  if (check === null) return 'unknown';
  if (text !== null) return markOfTyped(name, check);
  return name === 'houseNumberAddition' && needsNoAddition(check) ? 'fits' : 'unknown';
}

function needsNoAddition(check: AddressCheckAnswer): boolean {
  const hasOne = check.candidates.some(({ address }) => address.houseNumberAddition !== null);
  return !hasOne && !isInDoubt('houseNumberAddition', check);
}

/** A part fits where every address that may be meant has it; where one is meant for sure, it has only to be that one's. */
function markOfTyped(name: PartName, check: AddressCheckAnswer): EntryMark {
  const { verdict, diagnosis, candidates, address } = check;
  if (diagnosis.stale.includes(name)) return 'stale';
  if (verdict === 'accept') return 'fits';
  const meant = meantBy(diagnosis, candidates);
  if (meant.length > 0) return meant.every(({ basis }) => basis.includes(name)) ? 'fits' : 'unknown';
  return address !== null && !isInDoubt(name, check) ? 'fits' : 'unknown';
}

/** Of a mixed address the first candidate that has none of the stale parts is the one that is meant. */
function meantBy({ stale }: Diagnosis, candidates: readonly Candidate[]): readonly Candidate[] {
  if (stale.length === 0) return candidates;
  const meant = candidates.find(({ changedFields }) => stale.every((part) => changedFields.includes(part)));
  return meant === undefined ? candidates : [meant];
}

function isInDoubt(name: PartName, { reasons }: AddressCheckAnswer): boolean {
  return reasons.some(({ severity, fields }) => severity !== 'info' && fields.includes(`/address/${name}`));
}

function diagnosisText({ kind, stale, confidence, evidence }: Diagnosis, language: Language): string | null {
  const what = words.DIAGNOSES[kind];
  if (what === null) return null;
  const parts = PART_NAMES.filter((name) => stale.includes(name)).map((name) =>
    say(words.THE_PARTS[name], language),
  );
  const said = [say(what, language), ...(parts.length === 0 ? [] : [staleText(parts, language)])].join(': ');
  const sure = say(words.CONFIDENCES[confidence], language);
  const by = listed(
    evidence.map((one) => say(words.EVIDENCE[one], language)),
    language,
  );
  return by === '' ? `${said} (${sure}).` : `${said} (${sure}, ${say(['door', 'by'], language)} ${by}).`;
}

function staleText(parts: readonly string[], language: Language): string {
  const isOne = parts.length === 1;
  const be = language === 'nl' ? (isOne ? 'is' : 'zijn') : isOne ? 'is' : 'are';
  return `${listed(parts, language)} ${be} ${say(['van een eerder adres', 'of an earlier address'], language)}`;
}
