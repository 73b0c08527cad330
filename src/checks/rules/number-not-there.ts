import { leadsOfStreet, toCandidates } from '../candidates';
import { explainingHouseNumber, explainingPostcode, isKnownAddress } from '../evidence';
import type { Lead } from '../candidates';
import type { Diagnosis, Judgement } from '../judgement';
import { confirm, fix } from '../judgement';
import { type Reason, reason } from '../reason-codes';
import type { ComparedSegment, Situation } from '../situation';
import { spellingReasons } from './at-postcode';

/**
 * Postcode and street belong together, but the number is not there: elsewhere on the street, or nowhere on it.
 * A misspelling that the number does not support either is left to be a contradiction.
 */
export function numberNotThere(situation: Situation): Judgement | null {
  const best = situation.atPostcode.find(
    ({ match }) => match?.level === 'key' || match?.level === 'alignment',
  );
  if (best === undefined || isMeantElsewhere(situation, best)) return null;
  const reasons = [...spellingReasons(situation, best), reason('HOUSE_NUMBER_NOT_FOUND')];
  const elsewhere = leadsOfStreet(situation, best);
  if (elsewhere.length === 0) return numberNowhere(situation, reasons);
  return numberElsewhere(situation, elsewhere, reasons);
}

function numberElsewhere(situation: Situation, elsewhere: readonly Lead[], reasons: Reason[]): Judgement {
  const candidates = toCandidates(situation, elsewhere);
  const isKnown = elsewhere.some((lead) =>
    situation.known.some((known) => isKnownAddress(situation, known, lead)),
  );
  const stalePostcode = explainingPostcode(situation).length > 0;
  if (stalePostcode) reasons.push(reason('MIXED_OLD_POSTCODE'));
  const nearby = elsewhere.some(({ segment }) => situation.isSlipOf(segment));
  if (nearby && !stalePostcode) reasons.push(reason('POSTCODE_TYPO_SUSPECTED'));
  return fix('conflict', { reasons, candidates, diagnosis: diagnose(stalePostcode, nearby, isKnown) });
}

/** A name that is another street's, or another town's, is judged as a contradiction. */
function isMeantElsewhere(situation: Situation, best: ComparedSegment): boolean {
  if (best.match?.level !== 'key' && situation.isStreetOfTown()) return true;
  if (situation.cityAgreement(situation.register.placeOf(best.street)) !== 'other') return false;
  return situation.typedPlaces.some((place) =>
    situation.streetsNamed(place).some((found) => leadsOfStreet(situation, found).length > 0),
  );
}

function numberNowhere(situation: Situation, reasons: Judgement['reasons']): Judgement {
  const isStale = explainingHouseNumber(situation).length > 0;
  return confirm('partial', {
    reasons: isStale ? [...reasons, reason('MIXED_OLD_HOUSE_NUMBER')] : reasons,
    diagnosis: isStale
      ? { kind: 'mixed_addresses', stale: ['houseNumber'], confidence: 'low', evidence: ['known_address'] }
      : { kind: 'house_number', stale: [], confidence: 'medium', evidence: ['register'] },
  });
}

function diagnose(stalePostcode: boolean, nearby: boolean, isKnown: boolean): Diagnosis {
  if (stalePostcode) {
    return {
      kind: 'mixed_addresses',
      stale: ['postcode'],
      confidence: isKnown ? 'high' : 'medium',
      evidence: ['known_address'],
    };
  }
  if (nearby)
    return { kind: 'postcode_typo', stale: [], confidence: 'medium', evidence: ['postcode_nearby'] };
  return { kind: 'house_number', stale: [], confidence: 'medium', evidence: ['register'] };
}
