import type { EnteredAddress } from '../checks/address';
import { ADDRESS_FAILURES } from '../shipments/scan-codes';
import type { DeliveryAddress, FailureReason, Shipment } from '../shipments/shipment';
import type { Correction } from './correction';
import { TURNED_DOWN } from './states';

type Tried = Pick<Shipment, 'entry' | 'address' | 'failure'>;
type Earlier = Pick<Correction, 'state' | 'entry' | 'address' | 'check' | 'prior'>;

/**
 * What was not to be for a shipment: entries that a check, an agent or a driver refused, also where another was proposed
 * since, and addresses at which a delivery failed for the address. The same again is no news.
 */
export function refusedEntries(shipment: Tried, earlier: readonly Earlier[]): EnteredAddress[] {
  const turnedDown = earlier
    .filter(wasTurnedDown)
    .flatMap(({ entry, address, check }) => [entry, ...some(address), ...some(check?.address ?? null)]);
  const failedBefore = earlier.flatMap(({ prior }) => (prior === null ? [] : failedAt(prior)));
  const failedNow = failedAt({ ...shipment, address: shipment.address ?? shipment.entry });
  return [...turnedDown, ...failedBefore, ...failedNow];
}

/** One that was blocked and never approved stays so, whatever became of it since. */
function wasTurnedDown({ state, address, check }: Earlier): boolean {
  return TURNED_DOWN.includes(state) || (address === null && check?.verdict === 'fix');
}

function failedAt<Address extends EnteredAddress>(tried: {
  failure: FailureReason | null;
  address: Address | null;
}): Address[] {
  return tried.failure !== null && ADDRESS_FAILURES.includes(tried.failure) ? some(tried.address) : [];
}

function some<Address extends EnteredAddress | DeliveryAddress>(address: Address | null): Address[] {
  return address === null ? [] : [address];
}
