import type { HoldReason, Shipment } from './shipment';
import type { ShipmentState } from './states';

/** As much of a shipment as decides whether, and where, it is in the agents' queue. */
export interface QueuedShipment {
  id: string;
  shopId: string;
  depot: string | null;
  state: ShipmentState;
  stateAtMs: number;
  /** A delivery of it failed, and nobody has decided since. */
  hasFailed: boolean;
}

/** Whether what is to be decided of a shipment is a delivery that failed, held for it or not. */
export function hasFailed(state: ShipmentState, heldFor: HoldReason | null): boolean {
  return state === 'delivery_failed' || heldFor === 'delivery_failed';
}

/** As much of a shipment as the queue goes by. */
export function asQueued({ id, shopId, depot, state, stateAtMs, hold }: Shipment): QueuedShipment {
  return { id, shopId, depot, state, stateAtMs, hasFailed: hasFailed(state, hold?.reason ?? null) };
}
