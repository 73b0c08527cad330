import type { Transaction } from '../database/open-database';
import type { Instruction } from '../routes/instructions/instruction';
import type { Route } from '../routes/route';
import type { Told } from '../routes/route-follower';
import { raiseAlert } from '../routes/alerts/raise-alert';
import { moveInstruction } from '../routes/instructions/write-instruction';
import { writeRoute } from '../routes/write-route';
import { shipmentOnRoute } from '../shipments/find-shipment';
import type { Shipment } from '../shipments/shipment';
import type { Correction } from './correction';
import { findCorrection } from './corrections-store';
import { placeOn } from './parcel-way';
import { restored } from './restored-route';
import { canBecome, type CorrectionState } from './states';
import { undo } from './undo-correction';
import { moveCorrection } from './write-correction';

/** The driver has seen it: the window of the stop, which is promised from now on, is the correction's. */
export async function acknowledgeCorrection(
  trx: Transaction,
  route: Route,
  instruction: Instruction,
  { actor, nowMs }: Told,
): Promise<void> {
  const found = await correctionOf(trx, instruction, 'acknowledged');
  if (found === null) return;
  const { correction } = found;
  const window = route.stops.find(({ id }) => id === instruction.stopId)?.window ?? null;
  const plan = correction.plan === null ? null : { ...correction.plan, window };
  await moveCorrection(trx, correction, { state: 'acknowledged', actor, plan }, nowMs);
}

/**
 * The driver cannot: the parcel is at the stop again where it was, the shipment goes where it went before, and the correction
 * is proposed again, with the driver's reason. A refusal that comes when it was handed over already changes nothing.
 */
export async function refuseCorrection(
  trx: Transaction,
  route: Route,
  instruction: Instruction,
  told: Told,
): Promise<Route> {
  const found = await correctionOf(trx, instruction, 'refused');
  if (found === null) return route;
  const { actor, nowMs } = told;
  const { correction, shipment } = found;
  const now = placeOn(await putBackOn(trx, route, instruction, told), shipment.id);
  const { reason } = instruction;
  const refused = await moveCorrection(trx, correction, { state: 'refused', actor, reason }, nowMs);
  const after = await undo(trx, { shipment, correction, actor, onRoute: now }, nowMs);
  const open = { state: 'proposed', actor, plan: null, address: null, prior: null, decidedBy: null } as const;
  await moveCorrection(trx, refused, open, nowMs);
  return (after ?? now).route;
}

/** The parcel was handed over where it went before: the correction came too late, and an agent is told to look. */
export async function overtakeCorrection(
  trx: Transaction,
  before: Route,
  instruction: Instruction,
  { nowMs }: Told,
): Promise<Route> {
  const found = await correctionOf(trx, instruction, 'expired');
  if (found === null) return before;
  const { correction, shipment } = found;
  const actor = 'system';
  const step = { before, after: restored(before, instruction, nowMs), instruction };
  const { route } = await moveInstruction(trx, step, { state: 'expired', actor }, nowMs);
  await moveCorrection(trx, correction, { state: 'expired', actor }, nowMs);
  await undo(trx, { shipment, correction, actor, onRoute: null }, nowMs);
  const about = { subject: correction.id, shipmentId: shipment.id, correctionId: correction.id };
  const alert = { kind: 'delivered_at_old_stop', depot: route.depot, routeId: route.id, ...about } as const;
  await raiseAlert(trx, alert, nowMs);
  return route;
}

async function putBackOn(
  trx: Transaction,
  before: Route,
  instruction: Instruction,
  { actor, nowMs }: Told,
): Promise<Route> {
  const after = restored(before, instruction, nowMs);
  const entry = { kind: 'stops_changed', actor, instructionId: instruction.id } as const;
  return writeRoute(trx, { before, after }, entry, nowMs);
}

async function correctionOf(
  trx: Transaction,
  { shipmentId, correctionId }: Instruction,
  to: CorrectionState,
): Promise<{ correction: Correction; shipment: Shipment } | null> {
  if (shipmentId === null || correctionId === null) return null;
  const shipment = await shipmentOnRoute(trx, shipmentId);
  const correction = await findCorrection(trx, shipmentId, correctionId);
  if (shipment === undefined || correction === undefined) return null;
  return canBecome(correction.state, to) ? { correction, shipment } : null;
}
