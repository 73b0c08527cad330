import { formatPostcode } from '../register/names/postcode';
import type { RegisteredAddress } from './address';
import { type Entry, NO_READING } from './entry';
import type { Candidate, Diagnosis, DiagnosisKind, Evidence, Judgement } from './judgement';
import { accept, confirm, fix } from './judgement';
import { type Reason, REASON_CODES, type ReasonCode, reason } from './reason-codes';

/** For test keys: a postcode for every verdict and every reason, in a district that no address has. */
const DISTRICT = '8999';

const VERDICTS: Readonly<Record<string, (address: RegisteredAddress) => Judgement>> = {
  [`${DISTRICT}VA`]: (address) => accept(address),
  [`${DISTRICT}VC`]: (address) => judgeAs('STREET_SPELLING_CORRECTED', address),
  [`${DISTRICT}VF`]: (address) => judgeAs('POSTCODE_STREET_MISMATCH', address),
};

/** The magic postcode of a reason: 8999RA, 8999RB, … in the order of the reason codes, then 8999TA, … */
export function magicPostcodeOf(code: ReasonCode): string {
  const index = REASON_CODES.indexOf(code);
  return `${DISTRICT}${index < 26 ? 'R' : 'T'}${String.fromCharCode(65 + (index % 26))}`;
}

const CODES: ReadonlyMap<string, ReasonCode> = new Map(
  REASON_CODES.map((code) => [magicPostcodeOf(code), code]),
);

/** What a magic postcode stands for, null where the entry has none. */
export function judgeMagicPostcode(entry: Entry): Judgement | null {
  if (entry.postcode === null) return null;
  const text = formatPostcode(entry.postcode);
  const verdict = VERDICTS[text];
  if (verdict !== undefined) return verdict(addressOf(entry));
  const code = CODES.get(text);
  return code === undefined ? null : judgeAs(code, addressOf(entry));
}

/** The entry as if it were registered, at the postcode that is always accepted. */
function addressOf({ readings: [reading = NO_READING], city }: Entry): RegisteredAddress {
  return {
    street: reading.street === '' ? 'Teststraat' : reading.street,
    houseNumber: reading.houseNumber ?? 1,
    houseNumberAddition: reading.addition === '' ? null : reading.addition,
    postcode: `${DISTRICT}VA`,
    city: city === '' ? 'Testdorp' : city,
    country: 'NL',
  };
}

/** A code as the check itself gives it, so that an integration meets no shape here that it never meets in earnest. */
function judgeAs(code: ReasonCode, address: RegisteredAddress): Judgement {
  const answer = ANSWERS[code] ?? contradict;
  return answer(address, [reason(code)]);
}

type Answer = (address: RegisteredAddress, reasons: readonly Reason[]) => Judgement;

const deliver: Answer = (address, reasons) => accept(address, reasons);
const contradict: Answer = (address, reasons) =>
  fix('conflict', { reasons, candidates: [candidateOf(address)], diagnosis: MISMATCH });
const ask: Answer = (_, reasons) => fix('unverified', { reasons });
const leave: Answer = (_, reasons) => confirm('unverified', { reasons });
const respell: Answer = (address, reasons) =>
  confirm('verified', { address, reasons, diagnosis: about('street_typo', 'street_spelling') });
const askNumber: Answer = (_, reasons) =>
  confirm('partial', { reasons, diagnosis: about('house_number', 'register') });
const askAddition: Answer = (address, reasons) =>
  confirm('partial', {
    reasons,
    candidates: [{ ...candidateOf(address), changedFields: ['houseNumberAddition'] }],
  });
const askCity: Answer = (address, reasons) =>
  confirm('conflict', {
    address,
    reasons,
    candidates: [{ ...candidateOf(address), changedFields: ['city'] }],
    diagnosis: MISMATCH,
  });

function mixed(answer: Answer): Answer {
  return (address, reasons) => ({
    ...answer(address, reasons),
    diagnosis: { ...about('mixed_addresses', 'known_address'), stale: reasons[0]?.fields ?? [] },
  });
}

function about(kind: DiagnosisKind, evidence: Evidence): Diagnosis {
  return { kind, stale: [], confidence: 'medium', evidence: [evidence] };
}

const MISMATCH = about('mismatch', 'register');

/** Those that do not come with a contradiction. */
const ANSWERS: Partial<Record<ReasonCode, Answer>> = {
  STREET_SPELLING_CORRECTED: respell,
  STREET_ABBREVIATION_EXPANDED: deliver,
  FORMER_NAME_MATCHED: deliver,
  HOUSE_NUMBER_MISSING: ask,
  HOUSE_NUMBER_NOT_FOUND: askNumber,
  ADDITION_UNKNOWN: askAddition,
  ADDITION_REQUIRED: askAddition,
  CITY_MISMATCH: askCity,
  CITY_ALIAS_MATCHED: deliver,
  MIXED_OLD_POSTCODE: mixed(contradict),
  MIXED_OLD_STREET: mixed(contradict),
  MIXED_OLD_HOUSE_NUMBER: mixed(askNumber),
  MIXED_OLD_CITY: mixed(askCity),
  MATCHES_PREVIOUS_ADDRESS: deliver,
  PO_BOX: ask,
  PICKUP_POINT: ask,
  UNDER_INVESTIGATION: deliver,
  NEW_BUILD_SUSPECTED: leave,
  COUNTRY_NOT_COVERED: leave,
  REGISTER_STALE: deliver,
  FIELD_MISSING: ask,
};

function candidateOf(address: RegisteredAddress): Candidate {
  return { address, basis: ['street', 'houseNumber'], changedFields: ['postcode'], knownAs: null };
}
