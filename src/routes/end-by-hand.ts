import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import type { PersonCaller } from '../http/caller';
import { refuseOtherVersion } from '../http/version';
import type { Once } from '../idempotency/once';
import { writeOnce, type Written } from '../idempotency/write-once';
import { endRoute } from './end-route';
import { routeToChange } from './find-route';
import type { RouteFollower } from './route-follower';
import { type RouteSummary, summaryOf } from './route-summary';

export interface EndDependencies {
  database: Database;
  clock: Clock;
  followRoute: RouteFollower;
}

interface EndRequest {
  caller: PersonCaller;
  routeId: string;
  /** The version that the end is based on. */
  expected: number;
}

/**
 * Ends a route in place of its device, once.
 * @throws Problem not-found for one out of reach; precondition-failed where something has happened there since; conflict
 *   where it has ended already
 */
export async function endByHand(
  { database, clock, followRoute }: EndDependencies,
  { caller, routeId, expected }: EndRequest,
  once: Once,
): Promise<Written<RouteSummary>> {
  const nowMs = clock.nowMs();
  return writeOnce(database, once, nowMs, async (trx) => {
    const before = await routeToChange(trx, caller, routeId);
    refuseOtherVersion(before.version, expected);
    const end = { actor: caller.personId, device: null, nowMs, followRoute };
    const ended = await endRoute(trx, before, end);
    return { subject: routeId, result: summaryOf(ended) };
  });
}
