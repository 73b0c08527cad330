import type { Transaction } from '../database/open-database';
import type { Instruction } from '../routes/instruction';
import type { Route } from '../routes/route';
import type { Told } from '../routes/route-follower';
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
