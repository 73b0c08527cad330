import { digitsOf } from '../../register/names/postcode';
import { postcodesOneSlipAway } from '../../register/names/postcode-slips';
import type { Lead } from '../candidates';
import { deliver } from '../deliver';
import { leadsByStreet, leadsNearby, toCandidates } from '../candidates';
import { explainingPostcode } from '../evidence';
import type { Diagnosis, Judgement } from '../judgement';
import { confirm, fix } from '../judgement';
import { type Reason, reason } from '../reason-codes';
import type { Situation } from '../situation';

/** A postcode that the register does not have, or that cannot exist: the street and the postcodes nearby speak. */
export function unknownPostcode(situation: Situation): Judgement | null {
  if (situation.atPostcode.length > 0) return null;
  const reasons = [
    reason(situation.entry.postcode === null ? 'POSTCODE_FORMAT_INVALID' : 'POSTCODE_UNKNOWN'),
  ];
  const leads = findLeads(situation);
  return leads.length === 0 ? nothingFits(situation, reasons) : judgeLeads(situation, leads, reasons);
}

function judgeLeads(situation: Situation, leads: readonly Lead[], reasons: Reason[]): Judgement {
  const candidates = toCandidates(situation, leads);
  if (explainingPostcode(situation).length > 0) {
    return fix('conflict', {
      reasons: [...reasons, reason('MIXED_OLD_POSTCODE')],
      candidates,
      diagnosis: MIXED,
    });
  }
  const isTypo = leads.some(({ segment }) => situation.isSlipOf(segment));
  const found = {
    reasons: isTypo ? [...reasons, reason('POSTCODE_TYPO_SUSPECTED')] : reasons,
    diagnosis: isTypo ? TYPO : MISMATCH,
    candidates,
  };
  const [only, ...others] = leads;
  if (only === undefined || others.length > 0) return confirm('ambiguous', found);
  const delivered = deliver(situation, only, []);
  if (delivered.verdict === 'accept') return confirm('partial', { ...found, address: delivered.address });
  const { reasons: asked } = delivered;
  return { ...delivered, diagnosis: found.diagnosis, reasons: [...found.reasons, ...asked] };
}

const MIXED: Diagnosis = {
  kind: 'mixed_addresses',
  stale: ['postcode'],
  confidence: 'medium',
  evidence: ['known_address'],
};
const TYPO: Diagnosis = {
  kind: 'postcode_typo',
  stale: [],
  confidence: 'high',
  evidence: ['postcode_nearby'],
};
const MISMATCH: Diagnosis = { kind: 'mismatch', stale: [], confidence: 'medium', evidence: ['register'] };

/** Those one slip away first. */
function findLeads(situation: Situation): Lead[] {
  const { entry } = situation;
  if (situation.reading.street === '') return [];
  const byStreet = leadsByStreet(situation);
  const leads =
    byStreet.length > 0 || entry.postcode === null
      ? byStreet
      : leadsNearby(situation, postcodesOneSlipAway(entry.postcode));
  return leads.sort((a, b) => Number(situation.isSlipOf(b.segment)) - Number(situation.isSlipOf(a.segment)));
}

/** New postcodes and streets reach the register late: where the district is the town's, a new building may be meant. */
function nothingFits(situation: Situation, reasons: Judgement['reasons']): Judgement {
  const { entry, reading, register, typedPlaces } = situation;
  const isUnknownStreet =
    reading.street !== '' && !typedPlaces.some((place) => situation.streetsNamed(place).length > 0);
  const districtPlaces = entry.postcode === null ? [] : register.placesOfDistrict(digitsOf(entry.postcode));
  if (isUnknownStreet && typedPlaces.some((place) => districtPlaces.includes(place))) {
    return confirm('unverified', { reasons: [reason('NEW_BUILD_SUSPECTED')] });
  }
  const about = isUnknownStreet
    ? [reason('STREET_UNKNOWN')]
    : reading.street === ''
      ? []
      : [reason('HOUSE_NUMBER_NOT_FOUND')];
  return fix('conflict', { reasons: [...reasons, ...about] });
}
