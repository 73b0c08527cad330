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

/** Judges a shipment's address; null where the register is away: then it is judged before the shipment is released. */
export type CheckEntry = (asked: EntryToCheck) => Checked | null;

export function createCheckEntry(checker: AddressChecker, log: Log): CheckEntry {
  return ({ entry, known, previous }) => {
    try {
      return checker({
        address: entry,
        knownAddresses: known.slice(0, MOST_KNOWN_ADDRESSES),
        previous,
        language: 'nl',
        isTest: false,
      });
    } catch (error) {
      log.error({ error }, 'an address could not be checked and waits');
      return null;
    }
  };
}
