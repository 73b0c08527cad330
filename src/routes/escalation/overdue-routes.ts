import type { Clock } from '../../clock';
import type { Database, Transaction } from '../../database/open-database';
import { transaction } from '../../database/transaction';
import { alertedOf } from '../alerts/alerts-store';
import { endRoute } from '../end-route';
import { findOverdue } from './escalation-store';
import { raiseAlert } from '../alerts/raise-alert';
import type { RouteFollower } from '../route-follower';
import { findRoute, lockRoutes } from '../routes-store';

export interface OverdueDependencies {
  database: Database;
  clock: Clock;
  followRoute: RouteFollower;
}

/** A shift may run late; after this nobody is on the road any more, and what is open must be decided again. */
const END_AFTER_MS = 4 * 60 * 60_000;
const ROUTES_AT_ONCE = 500;
const KIND = 'route_overdue';
const SYSTEM = 'system';

/** Alerts the agents to routes that nobody has ended by the end of their shift; the alert closes with the route. */
export async function alertOfOverdue({
  database,
  clock,
}: Omit<OverdueDependencies, 'followRoute'>): Promise<void> {
  const nowMs = clock.nowMs();
  const overdue = await findOverdue(database, nowMs, ROUTES_AT_ONCE);
  const ids = overdue.map(({ id }) => id);
  const alerted = await alertedOf(database, KIND, ids);
  for (const { id, depot } of overdue.filter((route) => !alerted.has(route.id))) {
    const nothing = { shipmentId: null, correctionId: null };
    await raiseAlert(database, { kind: KIND, subject: id, depot, routeId: id, ...nothing }, nowMs);
  }
}

/**
 * Ends the routes whose shift is long over, each in a transaction of its own.
 * @throws the first of what went wrong, after the others were ended
 */
export async function endOverdue({ database, clock, followRoute }: OverdueDependencies): Promise<void> {
  const nowMs = clock.nowMs();
  const failures: unknown[] = [];
  for (const { id } of await findOverdue(database, nowMs - END_AFTER_MS, ROUTES_AT_ONCE)) {
    const end = (trx: Transaction) => endNow(trx, id, { followRoute, nowMs });
    await transaction(database, end, 'read committed').catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function endNow(
  trx: Transaction,
  id: string,
  { followRoute, nowMs }: { followRoute: RouteFollower; nowMs: number },
): Promise<void> {
  await lockRoutes(trx, [id]);
  const route = await findRoute(trx, {}, id);
  // Meanwhile it may have been ended, or planned anew.
  if (route === undefined || route.state === 'ended' || route.endsAtMs > nowMs - END_AFTER_MS) return;
  await endRoute(trx, route, { actor: SYSTEM, device: null, nowMs, followRoute });
}
