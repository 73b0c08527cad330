import type { Register } from '../register/register';
import type { EnteredAddress, EnteredKnownAddress } from './address';
import { judgeEntry, RULES } from './check-address';
import type { Entry, EntryReading } from './entry';
import { readEntry } from './entry';
import type { Judgement } from './judgement';
import { KnownAddress } from './known-address';
import { Situation } from './situation';

export interface Explanation {
  entry: Entry;
  /** Each way to read the entry, with what every rule up to the one that knew it found. */
  readings: { reading: EntryReading; findings: RuleFinding[] }[];
  judgement: Judgement;
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
  const readings = entry.readings.map((reading) => ({
    reading,
    findings: findingsOf(new Situation(register, entry, reading, known)),
  }));
  return { entry, readings, judgement: judgeEntry(register, entry, known) };
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
