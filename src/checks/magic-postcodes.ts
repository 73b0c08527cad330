import { formatPostcode } from '../register/postcode';
import type { RegisteredAddress } from './address';
import { type Entry, NO_READING } from './entry';
import type { Judgement } from './judgement';
import { accept, confirm, fix } from './judgement';
import { REASON_CODES, type ReasonCode, reason } from './reason-codes';

/** For test keys: a postcode for every verdict and every reason, in a district that no address has. */
const DISTRICT = '8999';

const VERDICTS: Readonly<Record<string, (address: RegisteredAddress) => Judgement>> = {
  [`${DISTRICT}VA`]: (address) => accept(address),
  [`${DISTRICT}VC`]: (address) =>
    confirm('partial', { address, reasons: [reason('HOUSE_NUMBER_NOT_FOUND')] }),
  [`${DISTRICT}VF`]: (address) =>
    fix('conflict', { reasons: [reason('POSTCODE_STREET_MISMATCH')], candidates: [candidateOf(address)] }),
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

function judgeAs(code: ReasonCode, address: RegisteredAddress): Judgement {
  const reasons = [reason(code)];
  const [{ severity } = { severity: 'error' as const }] = reasons;
  if (severity === 'info' || code === 'UNDER_INVESTIGATION' || code === 'REGISTER_STALE')
    return accept(address, reasons);
  if (severity === 'warning')
    return confirm('partial', { reasons, address: null, candidates: [candidateOf(address)] });
  const isMixed = code.startsWith('MIXED_OLD_');
  const diagnosis = {
    kind: 'mixed_addresses',
    stale: reasons[0]?.fields ?? [],
    confidence: 'high',
    evidence: ['known_address'],
  } as const;
  return fix('conflict', { reasons, candidates: [candidateOf(address)], ...(isMixed ? { diagnosis } : {}) });
}

function candidateOf(address: RegisteredAddress) {
  return { address, basis: ['street', 'houseNumber'], changedFields: ['postcode'], knownAs: null } as const;
}
