import { formatPostcode, parsePostcode } from '../register/postcode';
import type { RegisteredAddress } from './address';
import type { Entry } from './entry';
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
export function judgeMagicPostcode({ postcode, readings, city }: Entry): Judgement | null {
  if (postcode === null) return null;
  const text = formatPostcode(postcode);
  const code = CODES.get(text);
  const verdict = VERDICTS[text];
  if (code === undefined && verdict === undefined) return null;
  const { street = '', houseNumber = null, addition = '' } = readings[0] ?? {};
  const address: RegisteredAddress = {
    street: street || 'Teststraat',
    houseNumber: houseNumber ?? 1,
    houseNumberAddition: addition || null,
    postcode: formatPostcode(parsePostcode(`${DISTRICT}VA`) ?? postcode),
    city: city || 'Testdorp',
    country: 'NL',
  };
  return verdict?.(address) ?? judgeAs(code ?? 'FIELD_MISSING', address);
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
