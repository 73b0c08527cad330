import type { Transaction } from '../database/open-database';
import { newId } from '../ids';
import type { Instruction } from '../routes/instruction';
import { putBack } from '../routes/planning/put-back';
import { straightLine } from '../routes/planning/travel';
import type { Route } from '../routes/route';
import { instructionOf, type OnRoute } from '../routes/route-of-shipment';
import { moveInstruction } from '../routes/write-instruction';
import type { Correction } from './correction';

/**
 * Takes back what a driver was told of a correction and has not seen, within a transaction that has locked the route: the
 * parcel is at the stop again where it was.
 */
export async function withdrawPushed(
  trx: Transaction,
  { id }: Pick<Correction, 'id'>,
  { onRoute, actor }: { onRoute: OnRoute | null; actor: string },
  nowMs: number,
): Promise<void> {
  const instruction = await instructionOf(trx, id);
  const route = onRoute?.route;
  if (instruction === null || route?.id !== instruction.routeId) return;
  const step = { before: route, after: asItWas(route, instruction, nowMs), instruction };
  await moveInstruction(trx, step, { state: 'withdrawn', actor }, nowMs);
}

/** A route on which the parcel of an instruction is where it was before that. */
export function asItWas(
  route: Route,
  { shipmentId, before, pushedAtMs: changedAtMs }: Instruction,
  nowMs: number,
): Route {
  if (before === null || shipmentId === null) return route;
  const back = { shipmentId, before, changedAtMs, newStopId: newId('stp', nowMs) };
  const { stops } = putBack(route, back, { nowMs, travelMs: straightLine });
  return { ...route, stops };
}
