import type { Database } from '../database/open-database';
import type { PersonCaller } from '../http/caller';
import { reachOf, shipmentToChange } from './find-shipment';
import { asQueued, type QueuedShipment } from './queued-shipment';
import { listAmong, listWaiting, readLines, type ShipmentLine } from './queued-shipments-store';

export type { ShipmentLine } from './queued-shipments-store';

/** The shipments within a person's reach that stand still until somebody decides. */
export async function waitingShipments(database: Database, caller: PersonCaller): Promise<QueuedShipment[]> {
  return listWaiting(database, reachOf(caller));
}

/** Those of these shipments that are within a person's reach. */
export async function shipmentsWithin(
  database: Database,
  caller: PersonCaller,
  ids: readonly string[],
): Promise<QueuedShipment[]> {
  return listAmong(database, reachOf(caller), ids);
}

/**
 * As shipmentToChange, as much of it as the queue goes by.
 * @throws Problem not-found for one out of reach
 */
export async function shipmentToQueue(
  trx: Database,
  caller: PersonCaller,
  id: string,
): Promise<QueuedShipment> {
  return asQueued(await shipmentToChange(trx, caller, id));
}

/** By what an agent knows each of these shipments, whose reach was asked before. */
export async function shipmentLines(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShipmentLine>> {
  const lines = await readLines(database, ids);
  return new Map(lines.map((line) => [line.id, line]));
}
