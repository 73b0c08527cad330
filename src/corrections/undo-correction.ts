import { insertTogether } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { writeChange } from '../shipments/change-shipment';
import { correctedTo } from '../shipments/remembered';
import type { Shipment } from '../shipments/shipment';
import { asBefore } from './corrected-shipment';
import type { Correction } from './correction';
import { listCorrections } from './corrections-store';
import { forgetCorrected } from './forget-corrected';
import { moveCorrection } from './write-correction';

interface Undone {
  shipment: Shipment;
  /** One that was applied, and is no longer in effect. */
  correction: Correction;
  actor: string;
}

/**
 * Undoes a correction, within a transaction: the shipment goes where it went before, or is held again where that was the
 * question, and the address is no longer what its customer is known by.
 */
export async function undo(
  trx: Database,
  { shipment, correction, actor }: Undone,
  nowMs: number,
): Promise<void> {
  const { prior, id } = correction;
  if (prior === null) return;
  const after = asBefore(shipment, prior, nowMs);
  const code = after.state === shipment.state ? 'readdressed' : 'held';
  await writeChange(trx, { before: shipment, after, code, reason: id, actor }, nowMs);
  await forgetCorrected(trx, shipment, correction);
  await bringBack(trx, { shipment: after, correction, actor }, nowMs);
}

/**
 * The correction that was in effect before the undone one is so again, since the shipment goes to its address again. It is
 * known from when it was proposed: what its customer was corrected to since then is no earlier for it.
 */
async function bringBack(
  trx: Database,
  { shipment, correction, actor }: Undone,
  nowMs: number,
): Promise<void> {
  const superseded = await listCorrections(trx, shipment.id);
  const earlier = superseded.find((one) => one.supersededBy === correction.id && one.prior !== null);
  if (earlier === undefined) return;
  await moveCorrection(trx, earlier, { state: 'applied', actor, supersededBy: null }, nowMs);
  await insertTogether(trx, correctedTo(shipment, earlier.id, earlier.createdAtMs));
}
