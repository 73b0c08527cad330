import type { EnteredAddress, EnteredKnownAddress, RegisteredAddress } from '../../src/checks/address';
import { checkAddress } from '../../src/checks/check-address';
import type { Judgement } from '../../src/checks/judgement';
import { town } from './town';

/** "Kerkstraat 12, 8951 AB Zilverwaard" or, without a postcode, "Kerkstraat 12, Zilverwaard" as an entry of fields. */
export function entered(text: string): EnteredAddress {
  const [, street = '', houseNumber = '', postcode = '', city = ''] =
    /^(.*?) ?(\d+\S*)?, ?(\d{4} ?[A-Za-z]{2})? ?(.*)$/.exec(text) ?? [];
  return { street, houseNumber, postcode, city };
}

export function known(text: string, role: 'current' | 'previous' | 'unknown' = 'previous') {
  return { ...entered(text), role };
}

/** An address of the register as one line. */
export function line(address: RegisteredAddress | null): string | null {
  if (address === null) return null;
  const { street, houseNumber, houseNumberAddition, postcode, city } = address;
  const number = [houseNumber, houseNumberAddition].filter((part) => part !== null).join(' ');
  return `${street} ${number}, ${postcode === null ? '' : `${postcode} `}${city}`;
}

/** What a test looks at of a judgement, as short texts. */
export function told({ verdict, status, reasons, diagnosis, address, candidates }: Judgement) {
  return {
    verdict: `${verdict}, ${status}`,
    reasons: reasons.map(({ code }) => code),
    diagnosis: [diagnosis.kind, ...diagnosis.stale].join(' '),
    address: line(address),
    candidates: candidates.map((candidate) => line(candidate.address)),
  };
}

/** Judges an entry in the town. */
export function judge(address: EnteredAddress | string, knownAddresses: EnteredKnownAddress[] = []) {
  return checkAddress(town, typeof address === 'string' ? entered(address) : address, knownAddresses);
}
