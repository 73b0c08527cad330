import type { Transaction } from '../database/open-database';
import type { Instruction } from '../routes/instruction';
import type { Route } from '../routes/route';
import type { Told } from '../routes/route-follower';
import { shipmentOnRoute } from '../shipments/find-shipment';
import type { Shipment } from '../shipments/shipment';
import type { Correction } from './correction';
import { findCorrection } from './corrections-store';
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

/** The driver cannot: the shipment goes where it went before, and the correction is proposed again, with the driver's reason. */
export async function refuseCorrection(
  trx: Transaction,
  instruction: Instruction,
  { actor, nowMs }: Told,
): Promise<void> {
  const found = await correctionOf(trx, instruction, 'refused');
  if (found === null) return;
  const { correction, shipment } = found;
  const { reason } = instruction;
  const refused = await moveCorrection(trx, correction, { state: 'refused', actor, reason }, nowMs);
  await undo(trx, { shipment, correction, actor }, nowMs);
  const open = { state: 'proposed', actor, plan: null, address: null, prior: null, decidedBy: null } as const;
  await moveCorrection(trx, refused, open, nowMs);
}

/** The parcel was planned anew meanwhile, at the address that it was corrected to: no driver need be told any more. */
export async function applyElsewhere(
  trx: Transaction,
  instruction: Instruction,
  { actor, nowMs }: Told,
): Promise<void> {
  const found = await correctionOf(trx, instruction, 'applied');
  if (found !== null) await moveCorrection(trx, found.correction, { state: 'applied', actor }, nowMs);
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
