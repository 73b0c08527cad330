import type { Register } from '../register/edition/register';
import type { PlanGround } from '../routes/plans/write-plan';
import { type CastAtWork, ensureCast } from './ensure-cast';
import { type DayPlan, planDay } from './plan-day';
import { planRoutes } from './plan-routes';
import type { PlannedShipment } from './planned';
import { type RouteRun, runRoute } from './run-routes';
import { type Callers, type RunDependencies, runShipment, type ShipmentRun } from './run-shipment';
import { readTown } from './town';

export interface DayDependencies extends RunDependencies, PlanGround {
  register: Register;
}

export interface DayRequest {
  seed: number;
  /** The day's date, as YYYY-MM-DD. */
  date: string;
  onProgress: (done: number, total: number) => void;
}

/** What there is after a day was filled in, and what of it was made now. */
export interface FilledDay {
  cast: CastAtWork;
  earlier: ShipmentRun[];
  /** That of the story first. */
  today: ShipmentRun[];
  routes: RouteRun[];
}

/** Fills a database with the sample's day, by the use cases that every caller goes through. Done again, it adds nothing twice. */
export async function fillDay(dependencies: DayDependencies, request: DayRequest): Promise<FilledDay> {
  const { register, database, clock } = dependencies;
  const plan = planDay(readTown(register), request);
  const cast = await ensureCast(database, clock);
  const total = plan.earlier.length + plan.today.length;
  let done = 0;
  const runAll = async (shipments: readonly PlannedShipment[]) => {
    const runs: ShipmentRun[] = [];
    for (const planned of shipments) {
      runs.push(await runShipment(dependencies, callersOf(cast, planned), planned));
      request.onProgress(++done, total);
    }
    return runs;
  };
  const [earlier, today] = [await runAll(plan.earlier), await runAll(plan.today)];
  const routes = await runRoutes(dependencies, request, { plan, cast, today });
  return { cast, earlier, today, routes };
}

interface Registered {
  plan: DayPlan;
  cast: CastAtWork;
  today: readonly ShipmentRun[];
}

async function runRoutes(
  dependencies: DayDependencies,
  { seed, date }: DayRequest,
  { plan, cast, today }: Registered,
): Promise<RouteRun[]> {
  const shipments = today.flatMap(({ shipment }, index) => {
    const planned = plan.today[index];
    return planned === undefined ? [] : [{ id: shipment.id, planned }];
  });
  const filledMs = filledAtMs(today, plan);
  const day = { seed, date, filledMs, placeOf: dependencies.placeOf };
  const routes: RouteRun[] = [];
  for (const route of planRoutes(shipments, day))
    routes.push(await runRoute(dependencies, plannerOf(cast), route));
  return routes;
}

/** When the day was filled in first, which its first shipment tells: the same plans change nothing. */
function filledAtMs([run]: readonly ShipmentRun[], { today: [planned] }: DayPlan): number {
  if (run === undefined || planned === undefined) throw new Error('the day has no shipments');
  return run.shipment.createdAtMs + planned.agoMs;
}

function callersOf(cast: CastAtWork, { shop, depot }: PlannedShipment): Callers {
  const agents = cast.people.filter(({ person }) => person.role === 'agent');
  const agent = agents.find(({ person }) => person.depot === depot) ?? agents[0];
  const ofShop = cast.shops.find((one) => one.shop.name === shop.name);
  if (!agent || !ofShop) throw new Error('the cast is not complete');
  return { shop: ofShop.caller, agent: agent.caller, planner: plannerOf(cast) };
}

function plannerOf({ people }: CastAtWork): Callers['planner'] {
  const planner = people.find(({ person }) => person.role === 'planner');
  if (!planner) throw new Error('the cast is not complete');
  return planner.caller;
}
