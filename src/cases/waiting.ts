import type { OpenCorrection } from '../corrections/open-corrections';
import type { Alert } from '../routes/alerts/alert';
import type { QueuedShipment } from '../shipments/queued-shipment';
import { REASON_OF_ALERT, type Waiting } from './queue-item';

type Whose = Pick<QueuedShipment, 'id' | 'shopId' | 'depot'>;
type Why = Pick<Waiting, 'reason' | 'sinceMs' | 'routeId'>;

/** What waits of a shipment by its own state; null where it goes its way. */
export function waitingAsIs(shipment: QueuedShipment): Waiting | null {
  const { state, hasFailed, stateAtMs: sinceMs } = shipment;
  if (state !== 'held' && state !== 'delivery_failed') return null;
  return waitingOf(shipment, { reason: hasFailed ? 'delivery_failed' : 'held', sinceMs, routeId: null });
}

/** A correction that is to be decided. Until it is proposed again, one that a driver refused waits as it did. */
export function waitingForDecision({ state, sinceMs }: OpenCorrection, shipment: Whose): Waiting {
  const reason = state === 'blocked' ? 'blocked' : 'proposed';
  return waitingOf(shipment, { reason, sinceMs, routeId: null });
}

/** An alert, about a shipment or (null) about none. */
export function waitingByAlert(
  { id, kind, depot, routeId, raisedAtMs: sinceMs }: Alert,
  shipment: Whose | null,
): Waiting {
  const why = { reason: REASON_OF_ALERT[kind], sinceMs, routeId };
  return shipment === null
    ? { ...why, about: id, shipmentId: null, shopId: null, depot }
    : waitingOf(shipment, why);
}

function waitingOf({ id, shopId, depot }: Whose, { reason, sinceMs, routeId }: Why): Waiting {
  return { reason, sinceMs, about: id, shipmentId: id, shopId, depot, routeId };
}
