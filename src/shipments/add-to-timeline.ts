import { insertTogether } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { type Decided, decisionEvent } from './decision-event';
import { shipmentOnRoute } from './find-shipment';
import { eventRows } from './shipment-events-store';

/** Adds what was told or asked to what happened to a shipment, which is no other for it. */
export async function addToTimeline(
  trx: Database,
  shipmentId: string,
  told: Decided,
  nowMs: number,
): Promise<void> {
  const shipment = await shipmentOnRoute(trx, shipmentId);
  if (shipment === undefined) return;
  await insertTogether(trx, [eventRows([decisionEvent(shipment, told, nowMs)])]);
}
