import type { Field } from '../address';
import type { Judgement } from '../judgement';
import { confirm } from '../judgement';
import { deliver } from '../deliver';
import type { Lead } from '../candidates';
import { leadsByPostcode, toCandidates } from '../candidates';
import { type Reason, reason } from '../reason-codes';
import type { ComparedSegment, Situation } from '../situation';
import { SAME_TEXT } from '../situation';
import { judgeOtherCity } from './other-city';

/** The register's own reading: postcode, street and number belong together. */
export function belongsTogether(situation: Situation): Judgement | null {
  const matches = situation.atPostcode.filter(
    ({ match, segment }) => match?.level === 'key' && situation.hasNumber(segment),
  );
  const [best, other] = bestCityFirst(situation, matches);
  if (best === undefined) return null;
  if (other !== undefined && isElsewhere(situation, best, other)) {
    const named = leadsByPostcode(situation).filter(({ match }) => match?.level === 'key');
    return askFor(situation, 'city', named);
  }
  return judgeAt(situation, best, spellingReasons(situation, best));
}

/** One street on both sides of a border between towns, with the same numbers: only the city tells them apart. */
function isElsewhere({ register }: Situation, one: ComparedSegment, other: ComparedSegment): boolean {
  return register.placeOf(one.street) !== register.placeOf(other.street);
}

function askFor(situation: Situation, field: Field, leads: readonly Lead[]): Judgement {
  const candidates = toCandidates(situation, leads);
  return confirm('ambiguous', { candidates, reasons: [reason('FIELD_MISSING', [field])] });
}

/** No street was typed: postcode and number tell it. */
export function noStreetGiven(situation: Situation): Judgement | null {
  if (situation.reading.street !== '' || situation.entry.postcode === null) return null;
  const [first, ...others] = bestCityFirst(
    situation,
    situation.atPostcode.filter(({ segment }) => situation.hasNumber(segment)),
  );
  if (first !== undefined && others.length === 0) return judgeAt(situation, first, []);
  if (first !== undefined) return askFor(situation, 'street', leadsByPostcode(situation));
  if (situation.atPostcode.length === 0) return null;
  return confirm('partial', {
    reasons: [reason('HOUSE_NUMBER_NOT_FOUND')],
    diagnosis: { kind: 'house_number', stale: [], confidence: 'medium', evidence: ['register'] },
  });
}

/** Abbreviated or misspelt at its own postcode, and not the name of another street of the town. */
export function spelledOtherwise(situation: Situation): Judgement | null {
  const best = situation.atPostcode.find(
    ({ match, segment }) => match !== null && situation.hasNumber(segment),
  );
  if (best === undefined || situation.isStreetOfTown()) return null;
  const judged = judgeAt(situation, best, spellingReasons(situation, best));
  if (best.match?.level === 'alignment' || isSureTypo(situation, best)) return judged;
  const diagnosis = {
    kind: 'street_typo',
    stale: [],
    confidence: 'medium',
    evidence: ['street_spelling'],
  } as const;
  return judged.verdict === 'accept' ? { ...judged, verdict: 'confirm', diagnosis } : judged;
}

/** Stem letters from which a single edit leaves no doubt. */
const LONG_NAME = 6;

/** One edit in a long name, and no other street of the town is as near. */
function isSureTypo(situation: Situation, { match, street }: ComparedSegment): boolean {
  const { register, typedStreet } = situation;
  if (match?.level !== 'typo' || match.edits > 1 || typedStreet.key.length < LONG_NAME) return false;
  const near = situation.streetsNear(register.placeOf(street));
  return near.every((other) => register.streetKey(other.street) === register.streetKey(street));
}

function judgeAt(
  situation: Situation,
  { segment, street, match }: ComparedSegment,
  reasons: readonly Reason[],
): Judgement {
  const houseNumber = situation.reading.houseNumber ?? 0;
  const agreement = situation.cityAgreement(situation.register.placeOf(street));
  if (agreement === 'other' || agreement === 'postal')
    return judgeOtherCity(situation, { segment, street, houseNumber, match }, reasons);
  return deliver(
    situation,
    { segment, houseNumber },
    agreement === 'alias' ? [...reasons, reason('CITY_ALIAS_MATCHED')] : reasons,
  );
}

/** What was made of the street's spelling, so that nothing is replaced silently. */
export function spellingReasons(
  situation: Situation,
  { match, by }: Pick<ComparedSegment, 'match' | 'by'>,
): Reason[] {
  if (by !== null)
    return [reason(by.kind === 'former' ? 'FORMER_NAME_MATCHED' : 'STREET_ABBREVIATION_EXPANDED')];
  if (match === null || match === SAME_TEXT) return [];
  if (match.level === 'typo' || match.level === 'weak') return [reason('STREET_SPELLING_CORRECTED')];
  const isExpanded = match.level === 'alignment' || situation.typedStreet.isExpanded;
  return isExpanded ? [reason('STREET_ABBREVIATION_EXPANDED')] : [];
}

function bestCityFirst(
  situation: Situation,
  matches: readonly ComparedSegment[],
): readonly ComparedSegment[] {
  if (matches.length < 2) return matches;
  const isTyped = ({ street }: ComparedSegment) =>
    ['same', 'alias'].includes(situation.cityAgreement(situation.register.placeOf(street)));
  const typed = matches.filter(isTyped);
  return typed.length > 0 ? typed : matches;
}
