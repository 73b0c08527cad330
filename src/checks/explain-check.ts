import type { OtherName, Register } from '../register/edition/register';
import type { StreetMatch } from '../register/names/street-match';
import type { EnteredAddress, EnteredKnownAddress } from './address';
import { judgeEntry, RULES } from './check-address';
import type { Entry, EntryReading } from './entry';
import { readEntry } from './entry';
import type { Judgement } from './judgement';
import { KnownAddress } from './known-address';
import type { ReasonCode } from './reason-codes';
import { REASON_TEXTS, type ReasonText } from './reason-texts';
import { Situation } from './situation';

export interface Explanation {
  entry: Entry;
  readings: ReadingExplanation[];
  judgement: Judgement;
  /** What a shopper reads of each reason. */
  messages: { code: ReasonCode; message: ReasonText['message'] }[];
}

/** One way to read the entry. */
export interface ReadingExplanation {
  reading: EntryReading;
  /** The streets at the typed postcode, strongest match first; none where no street was typed. */
  streets: ComparedStreet[];
  /** What every rule up to the one that knew it found. */
  findings: RuleFinding[];
}

export interface ComparedStreet {
  street: string;
  city: string;
  /** How the typed street stands for this one; null where they are two names. */
  match: StreetMatch | null;
  /** The other name of the street that was typed; null where it is its own. */
  otherName: Pick<OtherName, 'name' | 'kind'> | null;
}

export interface RuleFinding {
  rule: string;
  /** Null where the rule left it to the next. */
  judgement: Judgement | null;
}

/** The check of one address, rule by rule. */
export function explainCheck(
  register: Register,
  address: EnteredAddress,
  knownAddresses: readonly EnteredKnownAddress[] = [],
): Explanation {
  const entry = readEntry(address);
  const known = knownAddresses.map((one) => new KnownAddress(one));
  const readings = entry.readings.map((reading) => {
    const situation = new Situation(register, entry, reading, known);
    return { reading, streets: streetsOf(situation), findings: findingsOf(situation) };
  });
  const judgement = judgeEntry(register, entry, known);
  const messages = judgement.reasons.map(({ code }) => ({ code, message: REASON_TEXTS[code].message }));
  return { entry, readings, judgement, messages };
}

function streetsOf({ register, reading, atPostcode }: Situation): ComparedStreet[] {
  if (reading.street === '') return [];
  return atPostcode.map(({ street, match, by }) => ({
    street: register.streetName(street),
    city: register.placeName(register.placeOf(street)),
    match,
    otherName: by === null ? null : { name: by.name, kind: by.kind },
  }));
}

function findingsOf(situation: Situation): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const rule of RULES) {
    const judgement = rule(situation);
    findings.push({ rule: rule.name, judgement });
    if (judgement !== null) break;
  }
  return findings;
}
