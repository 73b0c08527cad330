import { newId } from '../ids';
import type { Instruction } from '../routes/instructions/instruction';
import { takeBack } from '../routes/planning/apply-insertion';
import { putBack } from '../routes/planning/put-back';
import { straightLine } from '../routes/planning/travel';
import type { Route } from '../routes/route';

/** A route on which the parcel of an instruction is where it was before that; on no stop, where it was to come back before. */
export function restored(
  route: Route,
  { shipmentId, before, pushedAtMs: changedAtMs }: Instruction,
  nowMs: number,
): Route {
  if (shipmentId === null) return route;
  if (before === null) return { ...route, stops: takeBack(route, shipmentId, straightLine).stops };
  const back = { shipmentId, before, changedAtMs, newStopId: newId('stp', nowMs) };
  const { stops } = putBack(route, back, { nowMs, travelMs: straightLine });
  return { ...route, stops };
}
