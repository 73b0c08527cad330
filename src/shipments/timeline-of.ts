import type { Database } from '../database/open-database';
import { listEvents, type ShipmentEvent } from './shipment-events-store';

export type { ShipmentEvent };

/** What happened to a shipment, in the order in which it was heard of; whose it is has been asked. */
export function timelineOf(database: Database, shipmentId: string): Promise<ShipmentEvent[]> {
  return listEvents(database, shipmentId);
}
