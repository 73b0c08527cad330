import { forgetAddress } from '../customers/remember-address';
import type { Database } from '../database/open-database';
import { writeChange } from '../shipments/change-shipment';
import { notInState } from '../shipments/refusals';
import type { Shipment } from '../shipments/shipment';
import { canBeReaddressed } from '../shipments/states';
import type { Correction, PriorShipment } from './correction';

/**
 * Undoes a correction that was applied, within a transaction: the shipment goes where it went before, or is held again
 * where that was the question, and the address is no longer what its customer is known by.
 * @throws Problem conflict where the parcel is with a driver or past correcting
 */
export async function undo(
  trx: Database,
  { shipment, correction, actor }: { shipment: Shipment; correction: Correction; actor: string },
  nowMs: number,
): Promise<void> {
  const { prior, id } = correction;
  if (prior === null || !canBeReaddressed(shipment.state)) throw notInState(shipment.state);
  const after = asBefore(shipment, prior, nowMs);
  const code = after.state === shipment.state ? 'readdressed' : 'held';
  await writeChange(trx, { before: shipment, after, code, reason: id, actor }, nowMs);
  const { shopId, customer } = shipment;
  if (customer !== null) await forgetAddress(trx, { shopId, customer }, id);
}

/** A shipment as it was before; what had stood still for its address stands still again. A delivery that failed since did. */
export function asBefore(shipment: Shipment, prior: PriorShipment, nowMs: number): Shipment {
  const { addressId, address, check } = prior;
  const back = { ...shipment, addressId, address, check, failure: shipment.failure ?? prior.failure };
  if (hadLeave(prior) || shipment.state === 'held') return back;
  const hold = prior.hold ?? { reason: prior.failure === null ? 'agent' : 'delivery_failed', note: null };
  return { ...back, state: 'held', stateAtMs: nowMs, hold };
}

function hadLeave({ state, address }: PriorShipment): boolean {
  return address !== null && !['registered', 'held', 'delivery_failed'].includes(state);
}
