import type { Transaction } from '../database/open-database';
import { newId } from '../ids';
import type { Instruction } from '../routes/instructions/instruction';
import { raiseAlert } from '../routes/alerts/raise-alert';
import type { Route } from '../routes/route';
import type { Told } from '../routes/route-follower';
import { correctionsOn } from '../routes/route-of-shipment';
import { shipmentOnRoute } from '../shipments/find-shipment';
import type { Correction } from './correction';
import { findCorrection } from './corrections-store';
import { undo } from './undo-correction';
import { addCorrection, moveCorrection } from './write-correction';

type Carried = Instruction & { shipmentId: string; correctionId: string };

/**
 * A route that ended before all that its driver was told was done: that has expired, and is to be decided anew. What the
 * driver knows is to be brought back is on its way to the depot, and stays as it is.
 */
export async function expireOnRoute(trx: Transaction, route: Route, told: Told): Promise<void> {
  const carried = await correctionsOn(trx, route);
  for (const one of carried.toSorted((a, b) => (a.shipmentId < b.shipmentId ? -1 : 1)))
    await expireOf(trx, route, one, told);
}

async function expireOf(
  trx: Transaction,
  route: Route,
  { shipmentId, correctionId, kind }: Carried,
  { actor, nowMs }: Told,
): Promise<void> {
  const shipment = await shipmentOnRoute(trx, shipmentId);
  const correction = await findCorrection(trx, shipmentId, correctionId);
  if (shipment === undefined || correction === undefined || !isUndone(correction, kind)) return;
  await moveCorrection(trx, correction, { state: 'expired', actor: 'system' }, nowMs);
  await undo(trx, { shipment, correction, actor, onRoute: null }, nowMs);
  const again = proposedAgain(correction, nowMs);
  await addCorrection(trx, again, 'system');
  const about = { subject: again.id, shipmentId, correctionId: again.id, routeId: route.id };
  await raiseAlert(trx, { kind: 'correction_expired', depot: route.depot, ...about }, nowMs);
}

function isUndone({ state }: Correction, kind: Instruction['kind']): boolean {
  return state === 'pushed' || (state === 'acknowledged' && kind === 'redirect');
}

/** The same question once more, for the agents' queue. */
function proposedAgain(expired: Correction, nowMs: number): Correction {
  return {
    ...expired,
    id: newId('cor', nowMs),
    version: 1,
    state: 'proposed',
    ...{ address: null, reason: null, decidedBy: null, prior: null, plan: null, supersededBy: null },
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
}
