import { addressAsTyped } from '../shipments/address-as-typed';
import type { DeliveryAddress } from '../shipments/shipment';
import type { Correction } from './correction';
import { addressMeant } from './decide-correction';
import { noSuchCandidate } from './refusals';

/**
 * The address that an agent looks at: a candidate of the check, or the entry as it was typed, where `candidate` is null. null where
 * that is not complete.
 * @throws Problem invalid-request for a candidate that there is not
 */
export function chosenAddress(
  { entry, check, address }: Pick<Correction, 'entry' | 'check' | 'address'>,
  candidate: number | null,
): DeliveryAddress | null {
  return candidate === null ? (address ?? addressMeant(entry, check)) : candidateOf(check, candidate);
}

function candidateOf(check: Correction['check'], index: number): DeliveryAddress | null {
  const candidate = check?.candidates[index];
  if (candidate === undefined) throw noSuchCandidate();
  return addressAsTyped(candidate.address);
}
