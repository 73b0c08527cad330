import type { Transaction } from '../../database/open-database';
import type { Instruction } from './instruction';
import { listInstructions } from './instructions-store';
import type { Route } from '../route';
import type { RouteFollower } from '../route-follower';
import { moveInstruction } from './write-instruction';

/** Lets what a driver was told or asked expire where its stop or parcel is no longer on the route, and tells of it. */
export async function closeOrphans(
  trx: Transaction,
  route: Route,
  { actor, followRoute }: { actor: string; followRoute: RouteFollower },
  nowMs: number,
): Promise<Route> {
  let current = route;
  for (const instruction of await listInstructions(trx, { routeId: route.id, state: 'pushed' })) {
    if (!isOrphan(instruction, current)) continue;
    const step = { instruction, before: current, after: current };
    const closed = await moveInstruction(trx, step, { state: 'expired', actor }, nowMs);
    const happening = { kind: 'instruction', instruction: closed.instruction, occurredAtMs: nowMs } as const;
    current = await followRoute(trx, closed.route, happening, { actor, device: null, nowMs });
  }
  return current;
}

function isOrphan({ stopId, shipmentId }: Instruction, { stops }: Route): boolean {
  if (stopId === null) return false;
  const stop = stops.find(({ id }) => id === stopId);
  return stop === undefined || (shipmentId !== null && !stop.shipmentIds.includes(shipmentId));
}
