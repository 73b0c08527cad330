import { StartOver } from '../database/start-over';
import type { Database } from '../database/open-database';
import type { Instruction } from './instructions/instruction';
import { findInstructionOf, findTakenBack, listInstructions } from './instructions/instructions-store';
import type { Route, Stop } from './route';
import { findRoute, findRoutesOf, listRoutes, listVersionsWith, lockRoutesWith } from './routes-store';
import { isDone } from './states';

/** A parcel's place on a route that is not over. */
export interface OnRoute {
  route: Route;
  /** null where it is in the van and on its way back: it is handed over at none of the stops. */
  stop: Stop | null;
}

/**
 * Where a parcel is on a route: at the stop where it is to be handed over; where there is none, where that was tried; where its
 * driver was told to bring it back, in that van. null where it is on no route, or was handed over already.
 */
export async function whereOnRoute(database: Database, shipmentId: string): Promise<OnRoute | null> {
  const routes = await findRoutesOf(database, [shipmentId]);
  const found = routes.flatMap((route) =>
    route.stops
      .filter(({ shipmentIds, state }) => shipmentIds.includes(shipmentId) && state !== 'completed')
      .map((stop) => ({ route, stop })),
  );
  const [best] = found.toSorted((one, other) => likelihood(other) - likelihood(one));
  return best ?? takenBack(database, shipmentId);
}

/** What failed today may be planned for tomorrow before today's route has ended. */
function likelihood({ route, stop }: { route: Route; stop: Stop }): number {
  return (isDone(stop.state) ? 0 : 2) + (route.state === 'under_way' ? 1 : 0);
}

async function takenBack(database: Database, shipmentId: string): Promise<OnRoute | null> {
  const instruction = await findTakenBack(database, shipmentId);
  const route = instruction && (await findRoute(database, {}, instruction.routeId));
  return route === undefined || route.state === 'ended' ? null : { route, stop: null };
}

/** Others as soon as anything changes on a route that a parcel is on; cheaper than to read where that is. */
export function versionsOfRoutesWith(database: Database, shipmentId: string): Promise<number[]> {
  return listVersionsWith(database, shipmentId);
}

/** What a transaction waited for: nobody else changes these routes until it ends. */
export interface LockedRoutes {
  ids: readonly string[];
}

/**
 * Waits for everybody who changes a route that a parcel is on, in the order of ids that everybody keeps to. Another route that
 * it is to go to is locked with them.
 */
export async function lockRoutesOf(
  trx: Database,
  shipmentId: string,
  otherId: string | null = null,
): Promise<LockedRoutes> {
  return { ids: await lockRoutesWith(trx, shipmentId, otherId) };
}

/**
 * As whereOnRoute, to be asked once the shipment is locked too: a plan may have put it on another route, or on its first, before
 * that. Begins anew where its route is none of those that were locked.
 */
export async function whereOnLocked(
  trx: Database,
  shipmentId: string,
  { ids }: LockedRoutes,
): Promise<OnRoute | null> {
  const now = await whereOnRoute(trx, shipmentId);
  if (now !== null && !ids.includes(now.route.id))
    throw new StartOver('The parcel came on another route meanwhile.');
  return now;
}

const MOST_ROUTES = 200;

/** The routes of a depot and a day that have not left yet. */
export async function routesToLeave(
  database: Database,
  { depot, day }: Pick<Route, 'depot' | 'day'>,
): Promise<Route[]> {
  return listRoutes(database, {}, { depot, day, state: 'planned', limit: MOST_ROUTES });
}

/** What a route's driver was told last of a correction. */
export async function instructionOf(database: Database, correctionId: string): Promise<Instruction | null> {
  return (await findInstructionOf(database, correctionId)) ?? null;
}

/** What a route's driver was told of corrections, the oldest first; a parcel may be in it several times. */
export async function correctionsOn(
  database: Database,
  { id: routeId }: Pick<Route, 'id'>,
): Promise<(Instruction & { shipmentId: string; correctionId: string })[]> {
  const all = await listInstructions(database, { routeId });
  return all.filter(
    (one): one is Instruction & { shipmentId: string; correctionId: string } =>
      one.shipmentId !== null && one.correctionId !== null,
  );
}
