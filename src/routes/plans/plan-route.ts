import type { Clock } from '../../clock';
import type { Database } from '../../database/open-database';
import type { PersonCaller } from '../../http/caller';
import type { Once } from '../../idempotency/once';
import { writeOnce, type Written } from '../../idempotency/write-once';
import type { RoutePlan } from './plan';
import { unknownDepot } from '../refusals';
import { refuseFarDay } from './refuse-far-day';
import { type RouteSummary, summaryOf } from '../route-summary';
import { type PlanGround, type WrittenPlan, writePlan } from './write-plan';

export interface PlanDependencies extends PlanGround {
  database: Database;
  clock: Clock;
}

export type PlannedRoute = RouteSummary & Pick<WrittenPlan, 'outcome'>;

/**
 * Carries out a plan, once. The same plan again changes nothing, whatever its key.
 * @throws Problem invalid-request with everything that is wrong with its parcels, or for a depot that is not the caller's;
 *   conflict where the route has left
 */
export async function planRoute(
  { database, clock, ...ground }: PlanDependencies,
  caller: PersonCaller,
  plan: RoutePlan,
  once: Once,
): Promise<Written<PlannedRoute>> {
  refuseOtherDepots(caller, plan);
  const nowMs = clock.nowMs();
  refuseFarDay(plan, nowMs);
  return writeOnce(database, once, nowMs, async (trx) => {
    const { route, outcome } = await writePlan(trx, ground, { plan, actor: caller.personId }, nowMs);
    return { subject: route.id, result: { ...summaryOf(route), outcome } };
  });
}

/** @throws Problem invalid-request where someone of a depot plans for another */
export function refuseOtherDepots({ depot }: PersonCaller, plan: RoutePlan): void {
  if (depot !== null && depot !== plan.depot) throw unknownDepot();
}
