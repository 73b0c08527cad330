import type { Register } from '../register/edition/register';
import type { EnteredAddress, EnteredKnownAddress } from './address';
import { type Entry, NO_READING, readEntry } from './entry';
import type { Judgement } from './judgement';
import { fix, mostFavourable } from './judgement';
import { KnownAddress } from './known-address';
import { reason } from './reason-codes';
import { belongsTogether, noStreetGiven, spelledOtherwise } from './rules/at-postcode';
import { contradiction } from './rules/contradiction';
import { formerPostcode } from './rules/former-postcode';
import { noPostcodeGiven } from './rules/no-postcode';
import { countryNotCovered, notADoor, tooLittleGiven } from './rules/not-judged';
import { numberNotThere } from './rules/number-not-there';
import { unknownPostcode } from './rules/unknown-postcode';
import { Situation } from './situation';

/** A rule judges the situations that it knows and leaves the others (null) to those after it. */
export type Rule = (situation: Situation) => Judgement | null;

/** The check: the first rule that knows the situation decides. */
export const RULES: readonly Rule[] = [
  countryNotCovered,
  notADoor,
  tooLittleGiven,
  belongsTogether,
  noStreetGiven,
  noPostcodeGiven,
  formerPostcode,
  spelledOtherwise,
  numberNotThere,
  unknownPostcode,
  contradiction,
];

/** Judges an entry on the register, beside the addresses that this customer is known by. Pure, and in memory. */
export function checkAddress(
  register: Register,
  address: EnteredAddress,
  knownAddresses: readonly EnteredKnownAddress[] = [],
): Judgement {
  return judgeEntry(
    register,
    readEntry(address),
    knownAddresses.map((known) => new KnownAddress(known)),
  );
}

export function judgeEntry(register: Register, entry: Entry, known: readonly KnownAddress[]): Judgement {
  const judgements: Judgement[] = [];
  for (const reading of entry.readings.length > 0 ? entry.readings : [NO_READING]) {
    const judgement = judgeReading(new Situation(register, entry, reading, known));
    if (judgement.verdict === 'accept') return judgement;
    judgements.push(judgement);
  }
  return mostFavourable(judgements) ?? nothingFits;
}

const nothingFits = fix('conflict', { reasons: [reason('POSTCODE_STREET_MISMATCH')] });

function judgeReading(situation: Situation): Judgement {
  for (const rule of RULES) {
    const judgement = rule(situation);
    if (judgement !== null) return judgement;
  }
  return nothingFits;
}
