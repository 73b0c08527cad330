import type { Database } from '../database/open-database';
import { writeChange } from '../shipments/change-shipment';
import { notInState } from '../shipments/refusals';
import type { Shipment } from '../shipments/shipment';
import { canBeReaddressed } from '../shipments/states';
import { asBefore } from './corrected-shipment';
import type { Correction } from './correction';
import { forgetCorrected } from './forget-corrected';

/**
 * Undoes a correction that was applied, within a transaction: the shipment goes where it went before, or is held again
 * where that was the question, and the address is no longer what its customer is known by.
 * @throws Problem conflict where the parcel is with a driver or past correcting
 */
export async function undo(
  trx: Database,
  { shipment, correction, actor }: { shipment: Shipment; correction: Correction; actor: string },
  nowMs: number,
): Promise<void> {
  const { prior, id } = correction;
  if (prior === null || !canBeReaddressed(shipment.state)) throw notInState(shipment.state);
  const after = asBefore(shipment, prior, nowMs);
  const code = after.state === shipment.state ? 'readdressed' : 'held';
  await writeChange(trx, { before: shipment, after, code, reason: id, actor }, nowMs);
  await forgetCorrected(trx, shipment, correction);
}
