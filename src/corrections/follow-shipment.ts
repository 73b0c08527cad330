import type { Transaction } from '../database/open-database';
import { writeChange } from '../shipments/change-shipment';
import { ADDRESS_FAILURES } from '../shipments/scan-codes';
import type { ShipmentFollower } from '../shipments/shipment-follower';
import type { Shipment } from '../shipments/shipment';
import { isFinal } from '../shipments/states';
import type { Correction } from './correction';
import { listCorrections } from './corrections-store';
import { forgetCorrected } from './forget-corrected';
import { landed } from './parcel-way';
import { type CorrectionState, IN_EFFECT, OPEN, WITH_DRIVER } from './states';
import { moveCorrection } from './write-correction';

/**
 * What a shipment's way means for its corrections. Where it is over, what was still to be decided expires. Where a delivery
 * to a corrected address failed for that address, the correction was undeliverable. What was with a driver is applied by a
 * delivery, or, where the parcel was to come back, by the depot that has it again.
 */
export const followShipment: ShipmentFollower = async (trx, shipment, nowMs) => {
  if (isFinal(shipment.state)) await moveAll(trx, shipment, { from: OPEN, to: 'expired' }, nowMs);
  if (hasFailedForItsAddress(shipment)) {
    const failed = await moveAll(trx, shipment, { from: IN_EFFECT, to: 'undeliverable' }, nowMs);
    for (const correction of failed) await forgetCorrected(trx, shipment, correction);
    return shipment;
  }
  if (shipment.state === 'delivered')
    await moveAll(trx, shipment, { from: WITH_DRIVER, to: 'applied' }, nowMs);
  return shipment.state === 'at_depot' ? landAsPlanned(trx, shipment, nowMs) : shipment;
};

/** What was not at home and is held for it says nothing against the address. */
function hasFailedForItsAddress({ hold, failure }: Shipment): boolean {
  return hold?.reason === 'delivery_failed' && failure !== null && ADDRESS_FAILURES.includes(failure);
}

async function landAsPlanned(trx: Transaction, shipment: Shipment, nowMs: number): Promise<Shipment> {
  const [correction] = await moveAll(trx, shipment, { from: WITH_DRIVER, to: 'applied' }, nowMs);
  if (correction === undefined) return shipment;
  const after = landed(shipment, correction.plan, nowMs);
  if (after === shipment) return shipment;
  const code = after.state === 'held' ? 'held' : 'readdressed';
  const change = { before: shipment, after, code, reason: correction.id, actor: 'system' } as const;
  return writeChange(trx, change, nowMs);
}

async function moveAll(
  trx: Transaction,
  { id }: Shipment,
  { from, to }: { from: readonly Correction['state'][]; to: CorrectionState },
  nowMs: number,
): Promise<Correction[]> {
  const moved = (await listCorrections(trx, id)).filter(({ state }) => from.includes(state));
  for (const correction of moved)
    await moveCorrection(trx, correction, { state: to, actor: 'system' }, nowMs);
  return moved;
}
