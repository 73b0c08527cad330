import type { Database } from '../database/open-database';
import type { Caller, PersonCaller } from '../http/caller';
import { Problem } from '../http/problem';
import type { Route } from './route';
import { findRoute, lockRoutes, type RouteReach } from './routes-store';

/**
 * The route that a caller names, where it is theirs to see: a device its own, someone of a depot those of the depot.
 * @throws Problem not-found where there is none, or it is someone else's: nobody learns which
 */
export async function routeFor(database: Database, caller: Caller, id: string): Promise<Route> {
  const reach = routeReachOf(caller, id);
  const found = reach === null ? undefined : await findRoute(database, reach, id);
  if (found === undefined) throw new Problem('not-found');
  return found;
}

/** As routeFor, for a transaction that changes it: it is read when everybody before is done, and stays so. */
export async function routeToChange(trx: Database, caller: Caller, id: string): Promise<Route> {
  await lockRoutes(trx, [id]);
  return routeFor(trx, caller, id);
}

/** null where no route of this id can be theirs. */
function routeReachOf(caller: Caller, id: string): RouteReach | null {
  if (caller.kind === 'device') return caller.routeId === id ? {} : null;
  if (caller.kind !== 'person') return null;
  return reachOfPerson(caller);
}

/** Someone of a depot sees that depot's routes only. */
export function reachOfPerson({ depot }: PersonCaller): RouteReach {
  return depot === null ? {} : { depot };
}
