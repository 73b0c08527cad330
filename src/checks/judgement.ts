import type { Field, KnownRole, RegisteredAddress } from './address';
import type { Reason } from './reason-codes';

export type Verdict = 'accept' | 'confirm' | 'fix';
export type Status = 'verified' | 'partial' | 'ambiguous' | 'conflict' | 'unverified';
export type DiagnosisKind =
  'none' | 'mixed_addresses' | 'mismatch' | 'postcode_typo' | 'street_typo' | 'house_number';
export type Confidence = 'high' | 'medium' | 'low';
export type Evidence =
  'known_address' | 'previous_entry' | 'postcode_nearby' | 'street_spelling' | 'register';

export interface Diagnosis {
  kind: DiagnosisKind;
  /** Parts that belong to an earlier address. */
  stale: readonly Field[];
  confidence: Confidence;
  evidence: readonly Evidence[];
}

/** An address that may be meant. */
export interface Candidate {
  address: RegisteredAddress;
  /** Parts of the entry that it keeps. */
  basis: readonly Field[];
  changedFields: readonly Field[];
  /** The role of the known address that it equals. */
  knownAs: KnownRole | null;
}

/** What the check makes of an entry: the answer without its words, its id and the register's name. */
export interface Judgement {
  verdict: Verdict;
  status: Status;
  address: RegisteredAddress | null;
  reasons: readonly Reason[];
  diagnosis: Diagnosis;
  candidates: readonly Candidate[];
  /** Further additions that fit, beyond the candidates shown. */
  moreCandidates: number;
}

export const MOST_CANDIDATES = 5;
export const NO_DIAGNOSIS: Diagnosis = { kind: 'none', stale: [], confidence: 'high', evidence: [] };

const NO_REASONS: readonly Reason[] = [];
const NO_CANDIDATES: readonly Candidate[] = [];

// Every field is written out below: spreading what is empty took a quarter of a valid check's time.

/** One registered address, delivered as it stands. */
export function accept(address: RegisteredAddress, reasons: readonly Reason[] = NO_REASONS): Judgement {
  return {
    verdict: 'accept',
    status: 'verified',
    address,
    reasons,
    diagnosis: NO_DIAGNOSIS,
    candidates: NO_CANDIDATES,
    moreCandidates: 0,
  };
}

type Found = Partial<Omit<Judgement, 'verdict' | 'status'>>;

/** Plausible: the shopper is asked. */
export function confirm(status: Status, found: Found): Judgement {
  return {
    verdict: 'confirm',
    status,
    address: found.address ?? null,
    reasons: found.reasons ?? NO_REASONS,
    diagnosis: found.diagnosis ?? NO_DIAGNOSIS,
    candidates: found.candidates ?? NO_CANDIDATES,
    moreCandidates: found.moreCandidates ?? 0,
  };
}

/** Contradictory or not found: the candidates speak, no address is resolved. */
export function fix(status: Status, found: Omit<Found, 'address'>): Judgement {
  return {
    verdict: 'fix',
    status,
    address: null,
    reasons: found.reasons ?? NO_REASONS,
    diagnosis: found.diagnosis ?? NO_DIAGNOSIS,
    candidates: found.candidates ?? NO_CANDIDATES,
    moreCandidates: found.moreCandidates ?? 0,
  };
}

const VERDICTS: readonly Verdict[] = ['accept', 'confirm', 'fix'];

/** The most favourable judgement, the first of equals: of several ways to read one entry. */
export function mostFavourable(judgements: readonly Judgement[]): Judgement | undefined {
  const rank = ({ verdict, candidates }: Judgement) =>
    VERDICTS.indexOf(verdict) * 2 + (candidates.length === 0 ? 1 : 0);
  return judgements.reduce<Judgement | undefined>(
    (best, next) => (best === undefined || rank(next) < rank(best) ? next : best),
    undefined,
  );
}
