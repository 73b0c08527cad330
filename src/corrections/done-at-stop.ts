import type { Transaction } from '../database/open-database';
import type { Instruction } from '../routes/instructions/instruction';
import { raiseAlert } from '../routes/alerts/raise-alert';
import type { Route, Stop } from '../routes/route';
import type { Told } from '../routes/route-follower';
import { correctionsOn } from '../routes/route-of-shipment';
import { moveInstruction } from '../routes/instructions/write-instruction';
import { findCorrection } from './corrections-store';
import { WITH_DRIVER } from './states';
import { moveCorrection } from './write-correction';

/**
 * What a driver was told of parcels is done where the driver has been at their new stop, whether or not they were handed over.
 * Where nobody acknowledged it an agent is told to look, since nobody can say how the driver knew.
 */
export async function doneAtStop(trx: Transaction, route: Route, stop: Stop, told: Told): Promise<Route> {
  let current = route;
  for (const instruction of await correctionsOn(trx, route)) {
    if (instruction.stopId !== stop.id || !stop.shipmentIds.includes(instruction.shipmentId)) continue;
    if (instruction.state === 'pushed')
      current = await closeUnseen(trx, current, { instruction, stop }, told);
    const correction = await findCorrection(trx, instruction.shipmentId, instruction.correctionId);
    if (correction !== undefined && WITH_DRIVER.includes(correction.state))
      await moveCorrection(trx, correction, { state: 'applied', actor: told.actor }, told.nowMs);
  }
  return current;
}

interface Unseen {
  instruction: Instruction & { shipmentId: string; correctionId: string };
  stop: Stop;
}

async function closeUnseen(
  trx: Transaction,
  before: Route,
  { instruction, stop }: Unseen,
  { nowMs }: Told,
): Promise<Route> {
  const step = { before, after: before, instruction };
  const { route } = await moveInstruction(trx, step, { state: 'expired', actor: 'system' }, nowMs);
  if (stop.state !== 'completed') return route;
  const { shipmentId, correctionId } = instruction;
  const about = { subject: correctionId, shipmentId, correctionId, routeId: route.id };
  await raiseAlert(trx, { kind: 'delivered_unacknowledged', depot: route.depot, ...about }, nowMs);
  return route;
}
