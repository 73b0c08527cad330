import { type DeskPerson, deskPeople } from '../access/desk-people';
import type { Database, Transaction } from '../database/open-database';
import type { PersonCaller } from '../http/caller';
import { shipmentToQueue } from '../shipments/queued-shipments';
import { waitingOf } from './gather-waiting';
import type { Taking } from './queue-item';
import { nothingWaits } from './refusals';

/** A case that nobody else takes or hands over until the transaction ends. */
export interface LockedCase {
  shipmentId: string;
  depot: string | null;
  /** Since when the first of what is open waits. */
  openSinceMs: number;
  taken: Taking | null;
}

/**
 * The open case of a shipment, once everybody before is done with it.
 * @throws Problem not-found for a shipment out of reach; conflict where nothing of it waits for anyone
 */
export async function lockedCase(
  trx: Transaction,
  caller: PersonCaller,
  shipmentId: string,
): Promise<LockedCase> {
  const shipment = await shipmentToQueue(trx, caller, shipmentId);
  const item = await waitingOf(trx, shipment);
  if (item === undefined) throw nothingWaits();
  return { shipmentId, depot: shipment.depot, openSinceMs: item.sinceMs, taken: item.taken };
}

/** The case as that person's from now on: a device whose clock is ahead tells of what has not happened yet. */
export function takingOf(personId: string, { openSinceMs }: LockedCase, nowMs: number): Taking {
  return { personId, sinceMs: Math.max(nowMs, openSinceMs) };
}

/** Someone of the desk; undefined where there is nobody of this id. */
export async function deskPerson(database: Database, id: string): Promise<DeskPerson | undefined> {
  return (await deskPeople(database)).find((person) => person.id === id);
}
