import type { OpenCorrection } from '../corrections/open-corrections';
import type { Alert } from '../routes/alerts/alert';
import type { QueuedShipment } from '../shipments/queued-shipment';
import { REASON_OF_ALERT, type Waiting } from './queue-item';

type Whose = Pick<QueuedShipment, 'id' | 'shopId' | 'depot'>;

/** What waits of a shipment by its own state; null where it goes its way. */
export function waitingAsIs(shipment: QueuedShipment): Waiting | null {
  const { state, hasFailed, stateAtMs } = shipment;
  if (state !== 'held' && state !== 'delivery_failed') return null;
  const reason = hasFailed ? 'delivery_failed' : 'held';
  return { reason, sinceMs: stateAtMs, routeId: null, ...partsOf(shipment) };
}

/** A correction that is to be decided. Until it is proposed again, one that a driver refused waits as it did. */
export function waitingForDecision({ state, sinceMs }: OpenCorrection, shipment: Whose): Waiting {
  const reason = state === 'blocked' ? 'blocked' : 'proposed';
  return { reason, sinceMs, routeId: null, ...partsOf(shipment) };
}

/** An alert, about a shipment or (null) about none. */
export function waitingByAlert(
  { id, kind, depot, routeId, raisedAtMs }: Alert,
  shipment: Whose | null,
): Waiting {
  const parts = shipment === null ? { about: id, shipmentId: null, shopId: null, depot } : partsOf(shipment);
  return { reason: REASON_OF_ALERT[kind], sinceMs: raisedAtMs, routeId, ...parts };
}

function partsOf({ id, shopId, depot }: Whose): Pick<Waiting, 'about' | 'shipmentId' | 'shopId' | 'depot'> {
  return { about: id, shipmentId: id, shopId, depot };
}
