import type { Database } from '../database/open-database';
import { ADDRESS_FAILURES } from '../shipments/scan-codes';
import type { ShipmentFollower } from '../shipments/shipment-follower';
import type { Shipment } from '../shipments/shipment';
import { isFinal } from '../shipments/states';
import type { Correction } from './correction';
import { listCorrections } from './corrections-store';
import { forgetCorrected } from './forget-corrected';
import { type CorrectionState, IN_EFFECT, OPEN } from './states';
import { moveCorrection } from './write-correction';

/**
 * What a shipment's way means for its corrections: where it is over, what was still to be decided expires; where a
 * delivery to a corrected address failed for that address, the correction was undeliverable.
 */
export const followShipment: ShipmentFollower = async (trx, shipment, nowMs) => {
  if (isFinal(shipment.state)) await moveAll(trx, shipment, { from: OPEN, to: 'expired' }, nowMs);
  if (!hasFailedForItsAddress(shipment)) return;
  const failed = await moveAll(trx, shipment, { from: IN_EFFECT, to: 'undeliverable' }, nowMs);
  for (const correction of failed) await forgetCorrected(trx, shipment, correction);
};

/** What was not at home and is held for it says nothing against the address. */
function hasFailedForItsAddress({ hold, failure }: Shipment): boolean {
  return hold?.reason === 'delivery_failed' && failure !== null && ADDRESS_FAILURES.includes(failure);
}

async function moveAll(
  trx: Database,
  { id }: Shipment,
  { from, to }: { from: readonly Correction['state'][]; to: CorrectionState },
  nowMs: number,
): Promise<Correction[]> {
  const moved = (await listCorrections(trx, id)).filter(({ state }) => from.includes(state));
  for (const correction of moved)
    await moveCorrection(trx, correction, { state: to, actor: 'system' }, nowMs);
  return moved;
}
