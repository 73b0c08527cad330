import type { PersonCaller } from '../http/caller';
import { onceOf } from '../idempotency/once';
import type { RoutePlan } from '../routes/plans/plan';
import { type PlanDependencies, planRoute } from '../routes/plans/plan-route';

/** A route of the sample's day, as it was planned. */
export interface RouteRun {
  id: string;
  plan: RoutePlan;
  isNew: boolean;
}

/** Plans a route of the sample's as its planning system would; one that was planned before stays as it is. */
export async function runRoute(
  dependencies: PlanDependencies,
  caller: PersonCaller,
  plan: RoutePlan,
): Promise<RouteRun> {
  const key = `sample day ${plan.day} ${plan.depot} ${plan.reference}`;
  const once = onceOf(caller, key, { operationId: 'sampleDay', body: plan });
  const { result, replayed } = await planRoute(dependencies, caller, plan, once);
  return { id: result.id, plan, isNew: !replayed && result.outcome === 'created' };
}
