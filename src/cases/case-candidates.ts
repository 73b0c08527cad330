import type { RegisteredAddress } from '../checks/address';
import type { AddressCheckAnswer } from '../checks/answer';
import { type Candidate, MOST_CANDIDATES } from '../checks/judgement';
import type { AddressParts, KnownCustomerAddress } from '../customers/known-address';
import { addressText, PART_NAMES, type PartName, partsOf, type PartTexts } from './address-text';
import { dateText, type ShownTime, shownTime } from './case-times';
import * as words from './case-words';
import { type Language, listed, say } from './case-words';

/** An address that may be meant, to be laid beside the entry. */
export interface CaseCandidate {
  /** By which it is chosen: 0 is the first. */
  index: number;
  /** What an approval by it sends. */
  address: RegisteredAddress;
  text: string;
  parts: { name: PartName; label: string; text: string | null; changed: boolean }[];
  /** What it keeps of the entry, and what it changes. */
  restsOn: string;
  /** As which address this customer is known by it, and since when; null where they are not. */
  knownAs: string | null;
  isChosen: boolean;
}

/** An address that the customer is known by. */
export interface CaseKnownAddress {
  text: string;
  role: KnownCustomerAddress['role'];
  roleText: string;
  occasionsText: string;
  firstAt: ShownTime;
  lastAt: ShownTime;
}

interface Beside {
  typed: PartTexts;
  known: readonly KnownCustomerAddress[];
  /** The address that options are shown for, or that was approved. */
  chosen: AddressParts | null;
}

/** The addresses that may be meant, best first, beside the entry as it was typed. */
export function caseCandidates(
  check: AddressCheckAnswer | null,
  beside: Beside,
  language: Language,
): CaseCandidate[] {
  return (check?.candidates ?? [])
    .slice(0, MOST_CANDIDATES)
    .map((candidate, index) => caseCandidate(candidate, { ...beside, index }, language));
}

function caseCandidate(
  candidate: Candidate,
  { index, typed, known, chosen }: Beside & { index: number },
  language: Language,
): CaseCandidate {
  const texts = partsOf(candidate.address);
  const text = addressText(texts);
  return {
    index,
    address: candidate.address,
    text,
    parts: PART_NAMES.map((name) => ({
      name,
      label: say(words.PARTS[name], language),
      text: texts[name],
      changed: candidate.changedFields.includes(name) || (typed[name] === null && texts[name] !== null),
    })),
    restsOn: restsOn(candidate, language),
    knownAs: knownAs(candidate, known, language),
    isChosen: chosen !== null && addressText(partsOf(chosen)) === text,
  };
}

function restsOn({ basis, changedFields }: Candidate, language: Language): string {
  const named = (fields: Candidate['basis']) =>
    listed(
      PART_NAMES.filter((name) => fields.includes(name)).map((name) => say(words.PARTS[name], language)),
      language,
    );
  const [kept, changed] = [named(basis), named(changedFields)];
  const parts = [
    kept === '' ? null : `${say(['behoudt', 'keeps'], language)} ${kept}`,
    changed === '' ? null : `${say(['verandert', 'changes'], language)} ${changed}`,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

/** What is known by now says more than what was known when it was checked. */
function knownAs(
  { address, knownAs: role }: Candidate,
  known: readonly KnownCustomerAddress[],
  language: Language,
): string | null {
  const text = addressText(partsOf(address));
  const found = known.find((one) => addressText(partsOf(one)) === text);
  if (found === undefined) return role === null ? null : say(words.ROLES[role], language);
  const since = `${say(['sinds', 'since'], language)} ${dateText(found.firstAtMs, language)}`;
  return `${say(words.ROLES[found.role], language)}, ${since}`;
}

/** The addresses that the customer is known by, the latest first. */
export function caseKnownAddresses(
  known: readonly KnownCustomerAddress[],
  nowMs: number,
  language: Language,
): CaseKnownAddress[] {
  return known.map(({ role, occasions, firstAtMs, lastAtMs, ...address }) => ({
    text: addressText(partsOf(address)),
    role,
    roleText: say(words.ROLES[role], language),
    occasionsText: listed(
      occasions.map((one) => say(words.OCCASIONS[one], language)),
      language,
    ),
    firstAt: shownTime(firstAtMs, nowMs, language),
    lastAt: shownTime(lastAtMs, nowMs, language),
  }));
}
