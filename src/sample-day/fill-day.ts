import type { Register } from '../register/edition/register';
import { type CastAtWork, ensureCast } from './ensure-cast';
import { planDay } from './plan-day';
import type { PlannedShipment } from './planned';
import { type Callers, type RunDependencies, runShipment, type ShipmentRun } from './run-shipment';
import { readTown } from './town';

export interface DayDependencies extends RunDependencies {
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
  return { cast, earlier: await runAll(plan.earlier), today: await runAll(plan.today) };
}

function callersOf({ shops, people }: CastAtWork, { shop, depot }: PlannedShipment): Callers {
  const agents = people.filter(({ person }) => person.role === 'agent');
  const agent = agents.find(({ person }) => person.depot === depot) ?? agents[0];
  const planner = people.find(({ person }) => person.role === 'planner');
  const ofShop = shops.find((one) => one.shop.name === shop.name);
  if (!agent || !planner || !ofShop) throw new Error('the cast is not complete');
  return { shop: ofShop.caller, agent: agent.caller, planner: planner.caller };
}
