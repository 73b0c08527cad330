import type { AddressCheckAnswer } from '../checks/answer';
import type { Database } from '../database/open-database';
import { insertTogether } from '../database/insert-together';
import { writeChange } from '../shipments/change-shipment';
import { correctedTo } from '../shipments/remembered';
import type { DeliveryAddress, Shipment } from '../shipments/shipment';
import { corrected, priorOf } from './corrected-shipment';
import type { Correction } from './correction';
import { listCorrections } from './corrections-store';
import { forgetCorrected } from './forget-corrected';
import { refuseTooLate } from './refusals';
import { IN_EFFECT, OPEN } from './states';
import { moveCorrection } from './write-correction';

export interface Approval {
  address: DeliveryAddress;
  /** What the check says of that address; null while the register is away. */
  check: AddressCheckAnswer | null;
  /** Why it is right although its check does not let it through. */
  reason: string | null;
  actor: string;
}

/**
 * Approves a correction of a parcel that is not with a driver and applies it at once, within a transaction: what was in
 * effect before is superseded, the shipment goes to the new address and, where it was held, is released.
 * @throws Problem conflict where it is too late
 */
export async function approveAndApply(
  trx: Database,
  { correction, shipment }: { correction: Correction; shipment: Shipment },
  { address, check, reason, actor }: Approval,
  nowMs: number,
): Promise<Correction> {
  refuseTooLate({ correction, shipment });
  const states = [...IN_EFFECT, ...OPEN];
  await supersede(trx, { by: correction.id, shipment }, { states, actor }, nowMs);
  const told = { address, reason, decidedBy: actor };
  const approved = await moveCorrection(trx, correction, { state: 'approved', actor, ...told }, nowMs);
  const after = corrected(shipment, { address, check }, nowMs);
  await writeChange(
    trx,
    { before: shipment, after, code: 'readdressed', reason: correction.id, actor },
    nowMs,
  );
  await insertTogether(trx, correctedTo(after, correction.id, nowMs));
  return moveCorrection(trx, approved, { state: 'applied', actor, prior: priorOf(shipment) }, nowMs);
}

/** A later correction takes the place of those before it that are in these states. */
export async function supersede(
  trx: Database,
  { by, shipment }: { by: string; shipment: Shipment },
  { states, actor }: { states: readonly Correction['state'][]; actor: string },
  nowMs: number,
): Promise<void> {
  for (const earlier of await listCorrections(trx, shipment.id)) {
    if (earlier.id === by || !states.includes(earlier.state)) continue;
    await moveCorrection(trx, earlier, { state: 'superseded', actor, supersededBy: by }, nowMs);
    await forgetCorrected(trx, shipment, earlier);
  }
}
