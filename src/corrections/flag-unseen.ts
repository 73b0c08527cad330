import type { Transaction } from '../database/open-database';
import { raiseAlert } from '../routes/raise-alert';
import type { Route, Stop } from '../routes/route';
import type { Told } from '../routes/route-follower';
import { listCorrections } from './corrections-store';

/**
 * A parcel that is handed over at its corrected stop, though the driver acknowledged nothing, is where it should be; an agent
 * is told to look, since nobody can say how the driver knew.
 */
export async function flagUnseen(
  trx: Transaction,
  route: Route,
  { shipmentIds }: Stop,
  { nowMs }: Told,
): Promise<void> {
  for (const shipmentId of shipmentIds) {
    const pushed = (await listCorrections(trx, shipmentId)).find(({ state }) => state === 'pushed');
    if (pushed === undefined) continue;
    const about = { subject: pushed.id, shipmentId, correctionId: pushed.id, routeId: route.id };
    await raiseAlert(trx, { kind: 'delivered_unacknowledged', depot: route.depot, ...about }, nowMs);
  }
}
