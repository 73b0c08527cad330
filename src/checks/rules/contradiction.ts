import { postcodesOneSlipAway } from '../../register/names/postcode-slips';
import type { Field } from '../address';
import type { Lead } from '../candidates';
import { leadsByPostcode, leadsByStreet, leadsNearby, numbersBehind, toCandidates } from '../candidates';
import { explainingCity, explainingPostcode, knownRole } from '../evidence';
import type { Diagnosis, Judgement } from '../judgement';
import { fix } from '../judgement';
import type { ReasonCode } from '../reason-codes';
import { type Reason, reason } from '../reason-codes';
import type { Situation } from '../situation';

type Reading = 'street' | 'postcode';

interface Contradiction {
  situation: Situation;
  byStreet: Lead[];
  byPostcode: Lead[];
}

const ROLE_WEIGHT = { current: 3, unknown: 2, previous: 1 } as const;

/** Postcode and street belong to different addresses: which part is stale, and what was meant? */
export function contradiction(situation: Situation): Judgement | null {
  const { entry } = situation;
  const streetLeads = leadsByStreet(situation);
  const isKnown = explainingPostcode(situation).length > 0 || situation.knownByStreet.length > 0;
  const mayBeSlip = streetLeads.length === 0 && !isKnown;
  const nearby = mayBeSlip && entry.postcode !== null ? postcodesOneSlipAway(entry.postcode) : [];
  const byStreet = nearby.length > 0 ? leadsNearby(situation, nearby) : streetLeads;
  const found: Contradiction = { situation, byStreet, byPostcode: leadsByPostcode(situation) };
  const trusted = trustedReading(found);
  const stale = staleParts(found, trusted);
  const isMixed = stale.length > 0;
  const typo =
    !isMixed && byStreet.some(({ segment }) => situation.isSlipOf(segment)) && trusted !== 'postcode';
  const first = trusted ?? likelierReading(found);
  return fix('conflict', {
    reasons: reasonsFor(found, stale, typo),
    diagnosis: diagnose(stale, typo, isConfirmed(found, trusted)),
    candidates: toCandidates(situation, inOrder(found, first)),
  });
}

/** The reading that a known address supports; null where none does, or both equally. */
function trustedReading(found: Contradiction): Reading | null {
  const byStreet = weightOf(found.situation, found.byStreet);
  const byPostcode = weightOf(found.situation, found.byPostcode);
  const heavier = byStreet === byPostcode ? null : byStreet > byPostcode ? 'street' : 'postcode';
  // Who moved to the same house number typed a half that makes the old address whole; left behind, it confirms nothing.
  const isConfirmedNow = Math.max(byStreet, byPostcode) > ROLE_WEIGHT.previous;
  if (heavier !== null && isConfirmedNow) return heavier;
  return unexplainedReading(found.situation) ?? heavier;
}

/** The reading whose half no known address explains, where one explains the other. */
function unexplainedReading(situation: Situation): Reading | null {
  const stalePostcode = explainingPostcode(situation).length > 0;
  const staleStreet = situation.knownByStreet.length > 0;
  if (stalePostcode === staleStreet) return null;
  return stalePostcode ? 'street' : 'postcode';
}

/** How strongly a known address confirms a reading by being it. */
function weightOf(situation: Situation, leads: readonly Lead[]): number {
  return Math.max(
    0,
    ...leads.map((lead) => knownRole(situation, lead)).map((role) => (role === null ? 0 : ROLE_WEIGHT[role])),
  );
}

/** The parts that an earlier address explains, once it is known which reading is right. */
function staleParts({ situation, byStreet }: Contradiction, trusted: Reading | null): Field[] {
  if (trusted === 'street' && explainingPostcode(situation).length > 0) {
    return !byStreet.some(isSure) && isCityStale(situation) ? ['postcode', 'city'] : ['postcode'];
  }
  if (trusted === 'postcode' && situation.knownByStreet.length > 0) {
    const elsewhere = situation.postcodePlaces.every((place) => situation.cityAgreement(place) === 'other');
    return elsewhere && isCityStale(situation) ? ['street', 'city'] : ['street'];
  }
  return [];
}

/** A name that is merely like one of the town's does not place the address in that town. */
function isSure({ match }: Lead): boolean {
  return match !== null && match.level !== 'weak' && match.edits <= 1;
}

function isCityStale(situation: Situation): boolean {
  return explainingCity(situation).length > 0;
}

/**
 * Without a known address: a postcode one slip from the street's own, else the reading with fewer house numbers behind
 * it, for it has this one less likely by chance.
 */
function likelierReading({ situation, byStreet, byPostcode }: Contradiction): Reading {
  if (byStreet.some(({ segment }) => situation.isSlipOf(segment))) return 'street';
  const behind = ([lead]: readonly Lead[]) =>
    lead === undefined ? Number.POSITIVE_INFINITY : numbersBehind(situation.register, lead);
  return behind(byStreet) <= behind(byPostcode) ? 'street' : 'postcode';
}

/** The first reading's best address, the other's, then the rest. */
function inOrder({ situation, byStreet, byPostcode }: Contradiction, first: Reading): Lead[] {
  const weight = (lead: Lead) => weightOf(situation, [lead]) * 2 + (situation.isSlipOf(lead.segment) ? 1 : 0);
  const sorted = (leads: Lead[]) => [...leads].sort((a, b) => weight(b) - weight(a));
  const [mine, other] =
    first === 'street' ? [sorted(byStreet), sorted(byPostcode)] : [sorted(byPostcode), sorted(byStreet)];
  return [...mine.slice(0, 1), ...other.slice(0, 1), ...mine.slice(1), ...other.slice(1)];
}

function isConfirmed({ situation, byStreet, byPostcode }: Contradiction, trusted: Reading | null): boolean {
  return trusted !== null && weightOf(situation, trusted === 'street' ? byStreet : byPostcode) > 0;
}

const MIXED: Partial<Record<Field, ReasonCode>> = {
  postcode: 'MIXED_OLD_POSTCODE',
  street: 'MIXED_OLD_STREET',
  city: 'MIXED_OLD_CITY',
};

function reasonsFor(
  { situation, byStreet, byPostcode }: Contradiction,
  stale: readonly Field[],
  typo: boolean,
): Reason[] {
  const mixed = stale.flatMap((field) => MIXED[field] ?? []).map((code) => reason(code));
  const isStreetKnown = byStreet.length > 0 || situation.isStreetOfTown();
  return [
    reason('POSTCODE_STREET_MISMATCH'),
    ...mixed,
    ...(typo ? [reason('POSTCODE_TYPO_SUSPECTED')] : []),
    ...(isStreetKnown ? [] : [reason('STREET_UNKNOWN')]),
    ...(byStreet.length + byPostcode.length === 0 && isStreetKnown ? [reason('HOUSE_NUMBER_NOT_FOUND')] : []),
  ];
}

function diagnose(stale: readonly Field[], typo: boolean, isKnown: boolean): Diagnosis {
  if (stale.length > 0) {
    return {
      kind: 'mixed_addresses',
      stale,
      confidence: isKnown || stale.length === 1 ? 'high' : 'medium',
      evidence: ['known_address'],
    };
  }
  if (typo)
    return {
      kind: 'postcode_typo',
      stale: [],
      confidence: isKnown ? 'high' : 'medium',
      evidence: ['postcode_nearby'],
    };
  return { kind: 'mismatch', stale: [], confidence: 'medium', evidence: ['register'] };
}
