import type { EnteredAddress, EnteredKnownAddress } from '../checks/address';
import type { AddressChecker, Checked } from '../checks/address-checker';
import type { PreviousCheck } from '../checks/correction';
import { MOST_KNOWN_ADDRESSES } from '../customers/known-address';
import type { Log } from '../log';

export interface EntryToCheck {
  entry: EnteredAddress;
  known: readonly EnteredKnownAddress[];
  previous?: PreviousCheck | undefined;
}

/** Judges a shipment's address; null where that cannot be done now: then it is judged before the shipment is released. */
export type CheckEntry = (asked: EntryToCheck) => Checked | null;

const NOTHING: EntryToCheck = { entry: {}, known: [] };

/** Whether nothing can be judged, not even an empty entry: then it is no fault of any. */
export function isRegisterAway(checkEntry: CheckEntry): boolean {
  return checkEntry(NOTHING) === null;
}

/** The check of shipments' addresses. It logs once that the register is away, and once that it is back. */
export function createCheckEntry(checker: AddressChecker, log: Log): CheckEntry {
  const judge = judging(checker);
  const follow = followRegister(log);
  return (asked) => {
    try {
      const checked = judge(asked);
      follow(null);
      return checked;
    } catch (error) {
      if (isAway(judge)) follow(error);
      else log.error({ error }, 'an address could not be checked and waits');
      return null;
    }
  };
}

type Judge = (asked: EntryToCheck) => Checked;

function judging(checker: AddressChecker): Judge {
  return ({ entry, known, previous }) =>
    checker({
      address: entry,
      knownAddresses: known.slice(0, MOST_KNOWN_ADDRESSES),
      previous,
      language: 'nl',
      isTest: false,
    });
}

function isAway(judge: Judge): boolean {
  try {
    judge(NOTHING);
    return false;
  } catch {
    return true;
  }
}

/** Tells of the register when it goes away, and when it comes back; of each check, why nothing could be checked. */
function followRegister(log: Log): (why: unknown) => void {
  let wasAway = false;
  return (error) => {
    const isAwayNow = error !== null;
    if (isAwayNow && !wasAway)
      log.error({ error }, 'the register is away: addresses that could not be checked wait');
    if (wasAway && !isAwayNow) log.info({}, 'the register is back: addresses are checked again');
    wasAway = isAwayNow;
  };
}
