import { deliver } from '../deliver';
import type { Lead } from '../candidates';
import { leadsOfStreet, toCandidates } from '../candidates';
import type { Judgement } from '../judgement';
import { confirm, fix } from '../judgement';
import { type Reason, reason } from '../reason-codes';
import type { Situation } from '../situation';
import { spellingReasons } from './at-postcode';

/** Street, number and city without a postcode: the register fills it in where one address fits. */
export function noPostcodeGiven(situation: Situation): Judgement | null {
  if (situation.entry.postcodeText !== '') return null;
  const named = situation.typedPlaces.flatMap((place) => situation.streetsNamed(place));
  if (named.length > 0) {
    const leads = named.flatMap((found) => leadsOfStreet(situation, found));
    const [first] = named;
    const reasons = first === undefined ? [] : spellingReasons(situation, first);
    if (leads.length === 0)
      return confirm('partial', {
        reasons: [...reasons, reason('HOUSE_NUMBER_NOT_FOUND')],
        diagnosis: NUMBER,
      });
    return judgeLeads(situation, leads, reasons);
  }
  return judgeSimilar(situation);
}

const NUMBER = { kind: 'house_number', stale: [], confidence: 'medium', evidence: ['register'] } as const;
const SPELLING = {
  kind: 'street_typo',
  stale: [],
  confidence: 'medium',
  evidence: ['street_spelling'],
} as const;

function judgeLeads(situation: Situation, leads: readonly Lead[], reasons: Judgement['reasons']): Judgement {
  const [only] = leads;
  if (leads.length === 1 && only !== undefined) return deliver(situation, only, reasons);
  return confirm('ambiguous', {
    reasons: [...reasons, reason('FIELD_MISSING', ['postcode'])],
    candidates: toCandidates(situation, leads),
  });
}

/** Without a postcode to support it, only an abbreviation that fits one street is certain. */
function judgeSimilar(situation: Situation): Judgement {
  const similar = situation.typedPlaces.flatMap((place) => situation.streetsLike(place));
  const leads = similar.flatMap((found) => leadsOfStreet(situation, found));
  const [best] = leads;
  if (best === undefined) return fix('conflict', { reasons: [streetUnknown(situation)] });
  if (best.match?.level === 'alignment' && leads.length === 1)
    return deliver(situation, best, [reason('STREET_ABBREVIATION_EXPANDED')]);
  const reasons = [reason('STREET_SPELLING_CORRECTED')];
  const only = leads.length === 1 ? deliver(situation, best, reasons) : null;
  return confirm('ambiguous', {
    reasons,
    diagnosis: SPELLING,
    candidates: toCandidates(situation, leads),
    address: only?.address ?? null,
  });
}

/** Of a town that is not known nobody can tell whether it has the street: both are to be looked at. */
function streetUnknown({ typedPlaces }: Situation): Reason {
  return reason('STREET_UNKNOWN', typedPlaces.length === 0 ? ['street', 'city'] : ['street']);
}
