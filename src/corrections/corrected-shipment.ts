import { readdressed } from '../shipments/decisions';
import type { DeliveryAddress, Shipment } from '../shipments/shipment';
import { canBecome } from '../shipments/states';
import type { PriorShipment } from './correction';

/** A shipment that goes to its corrected address; what stood still for its address leaves. */
export function corrected(
  shipment: Shipment,
  { address, check }: { address: DeliveryAddress; check: Shipment['check'] },
  nowMs: number,
): Shipment {
  const there = { ...readdressed(shipment, address, nowMs), check: check ?? shipment.check };
  if (!canBecome(shipment.state, 'released')) return there;
  return { ...there, state: 'released', stateAtMs: nowMs, hold: null, failure: null };
}

/** What is kept of a shipment for its correction to be undone. */
export function priorOf({ state, hold, failure, addressId, address, check }: Shipment): PriorShipment {
  return { state, hold, failure, addressId, address, check };
}

/**
 * A shipment as it was before its correction: what had stood still for its address stands still again. Where it is now,
 * and a delivery that failed since, are no doing of the correction.
 */
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
