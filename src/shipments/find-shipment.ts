import type { Database } from '../database/open-database';
import type { Caller, PersonCaller, ShopCaller } from '../http/caller';
import { Problem } from '../http/problem';
import { refuseTestKey } from '../http/refuse-test-key';
import { testKeyWords } from './refusals';
import type { Shipment } from './shipment';
import { findShipment, lockShipment, type Reach } from './shipments-store';

/**
 * The shipment that a caller names, where it is theirs to see.
 * @throws Problem not-found where there is none, or it is someone else's: nobody learns which
 */
export async function shipmentFor(database: Database, caller: Caller, id: string): Promise<Shipment> {
  const found = await findShipment(database, reachOf(caller), id);
  if (found === undefined) throw new Problem('not-found');
  return found;
}

/**
 * As shipmentFor, for a transaction that changes what is known of it: it is read when everybody before is done, and stays
 * so until the transaction ends.
 */
export async function shipmentToChange(trx: Database, caller: Caller, id: string): Promise<Shipment> {
  await lockShipment(trx, id);
  return shipmentFor(trx, caller, id);
}

/** As shipmentToChange, of what happens on a route: whose it is was asked when it was put there. */
export async function shipmentOnRoute(trx: Database, id: string): Promise<Shipment | undefined> {
  await lockShipment(trx, id);
  return findShipment(trx, {}, id);
}

/** The depot of a shipment; null where it has none yet. */
export async function depotOfShipment(database: Database, id: string): Promise<string | null> {
  return (await findShipment(database, {}, id))?.depot ?? null;
}

/** Which shipments a caller may see: a shop its own, someone of a depot those of the depot and of none yet. */
export function reachOf(caller: Caller): Reach {
  if (caller.kind === 'device') throw new Problem('not-found');
  return caller.kind === 'person' ? reachOfPerson(caller) : reachOfShop(caller);
}

function reachOfShop(caller: ShopCaller): Reach {
  refuseTestKey(caller, testKeyWords);
  return { shopId: caller.shopId };
}

function reachOfPerson({ depot }: PersonCaller): Reach {
  return depot === null ? {} : { depot };
}

/** By what the audit log and the history of a shipment name a caller. */
export function actorOf(caller: Caller): string {
  return caller.kind === 'person' ? caller.personId : caller.keyId;
}
