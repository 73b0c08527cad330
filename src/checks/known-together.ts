import { MOST_KNOWN_ADDRESSES } from '../customers/known-address';
import { fold } from '../register/names/fold';
import { streetKey } from '../register/names/street-name';
import type { EnteredKnownAddress } from './address';
import { NO_READING, readEntry } from './entry';

/**
 * What a shop tells of its customer, then what is remembered of them: where both are one address, the shop's word on its
 * role counts. At most as many as a check takes.
 */
export function knownTogether(
  told: readonly EnteredKnownAddress[],
  recalled: readonly EnteredKnownAddress[],
): EnteredKnownAddress[] {
  if (recalled.length === 0) return told.slice(0, MOST_KNOWN_ADDRESSES);
  const names = new Set(told.map(nameOf));
  const others = recalled.filter((known) => !names.has(nameOf(known)));
  return [...told, ...others].slice(0, MOST_KNOWN_ADDRESSES);
}

/** The same for two spellings of one address: a postcode and a number are enough. */
function nameOf(known: EnteredKnownAddress): string {
  const { readings, postcode, city } = readEntry(known);
  const { street, houseNumber, addition } = readings[0] ?? NO_READING;
  const where = postcode === null ? `${streetKey(street)}, ${fold(city)}` : String(postcode);
  return `${where} ${houseNumber ?? ''}${fold(addition)}`;
}
