import type { Database } from '../database/open-database';
import type { Instruction } from './instruction';
import { findInstructionOf } from './instructions-store';
import type { Route, Stop } from './route';
import { findRoutesOf, listRoutes, lockRoutes } from './routes-store';

/** A parcel's place on a route that is not over. */
export interface OnRoute {
  route: Route;
  stop: Stop;
}

/** Where a parcel is to be handed over; null where it is on no route, or was handed over already. */
export async function whereOnRoute(database: Database, shipmentId: string): Promise<OnRoute | null> {
  const routes = await findRoutesOf(database, [shipmentId]);
  const found = routes.flatMap((route) =>
    route.stops
      .filter(({ shipmentIds, state }) => shipmentIds.includes(shipmentId) && state !== 'completed')
      .map((stop) => ({ route, stop })),
  );
  return found.find(({ route }) => route.state === 'under_way') ?? found[0] ?? null;
}

/**
 * As whereOnRoute, once everybody who changes that route before is done; it stays so until the transaction ends. Another route
 * that the parcel is to go to is locked with it, in the order of ids that everybody keeps to.
 */
export async function lockWhereOnRoute(
  trx: Database,
  shipmentId: string,
  otherId: string | null = null,
): Promise<OnRoute | null> {
  const seen = await whereOnRoute(trx, shipmentId);
  const ids = [seen?.route.id ?? null, otherId].filter((id) => id !== null);
  if (ids.length === 0) return null;
  await lockRoutes(trx, ids);
  return whereOnRoute(trx, shipmentId);
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
