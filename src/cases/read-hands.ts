import { deskPeople } from '../access/desk-people';
import type { Database } from '../database/open-database';
import { asQueued } from '../shipments/queued-shipment';
import type { Shipment } from '../shipments/shipment';
import type { Hands } from './case-hands';
import { waitingOf } from './gather-waiting';
import { readLookersOf } from './lookers-store';

/** Whose the case of a shipment is, and who looks at it now. */
export async function readHands(database: Database, shipment: Shipment, nowMs: number): Promise<Hands> {
  const [item, lookers, people] = await Promise.all([
    waitingOf(database, asQueued(shipment)),
    readLookersOf(database, shipment.id, nowMs),
    deskPeople(database),
  ]);
  return {
    isOpen: item !== undefined,
    taken: item?.taken ?? null,
    lookers,
    people,
  };
}
