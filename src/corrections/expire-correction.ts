import type { Transaction } from '../database/open-database';
import { newId } from '../ids';
import { raiseAlert } from '../routes/raise-alert';
import type { Route } from '../routes/route';
import type { Told } from '../routes/route-follower';
import { isDone } from '../routes/states';
import { shipmentOnRoute } from '../shipments/find-shipment';
import type { Correction } from './correction';
import { listCorrections } from './corrections-store';
import { WITH_DRIVER } from './states';
import { undo } from './undo-correction';
import { addCorrection, moveCorrection } from './write-correction';

/**
 * A route that ended without some of its stops: what was told to its driver of those has expired, and is to be decided anew.
 * What was only to be brought back is on its way to the depot, and stays as it is.
 */
export async function expireOnRoute(trx: Transaction, route: Route, told: Told): Promise<void> {
  const undone = route.stops.filter(({ state }) => !isDone(state) || state === 'skipped');
  for (const shipmentId of undone.flatMap(({ shipmentIds }) => shipmentIds).toSorted())
    await expireOf(trx, shipmentId, { route, ...told });
}

async function expireOf(
  trx: Transaction,
  shipmentId: string,
  { route, actor, nowMs }: Told & { route: Route },
): Promise<void> {
  const pushed = (await listCorrections(trx, shipmentId)).find(isOf(route));
  const shipment = pushed === undefined ? undefined : await shipmentOnRoute(trx, shipmentId);
  if (pushed === undefined || shipment === undefined) return;
  await moveCorrection(trx, pushed, { state: 'expired', actor: 'system' }, nowMs);
  await undo(trx, { shipment, correction: pushed, actor }, nowMs);
  const again = proposedAgain(pushed, nowMs);
  await addCorrection(trx, again);
  const about = { subject: again.id, shipmentId, correctionId: again.id, routeId: route.id };
  await raiseAlert(trx, { kind: 'correction_expired', depot: route.depot, ...about }, nowMs);
}

function isOf(route: Route): (correction: Correction) => boolean {
  return ({ state, plan }) =>
    WITH_DRIVER.includes(state) && plan?.option === 'same_route' && plan.routeId === route.id;
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
