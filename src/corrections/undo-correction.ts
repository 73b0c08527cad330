import { insertTogether } from '../database/insert-together';
import type { Transaction } from '../database/open-database';
import { instructionOf, type OnRoute } from '../routes/route-of-shipment';
import { writeChange } from '../shipments/change-shipment';
import { correctedTo } from '../shipments/remembered';
import type { Shipment } from '../shipments/shipment';
import { asBefore } from './corrected-shipment';
import type { Correction } from './correction';
import { listCorrections } from './corrections-store';
import { forgetCorrected } from './forget-corrected';
import { pushAgain } from './push-again';
import { moveCorrection } from './write-correction';

interface Undone {
  shipment: Shipment;
  /** One that was in effect, and is no longer. */
  correction: Correction;
  actor: string;
  /** Where the parcel is on its route by now, with a driver who is to be told; null where nobody is. */
  onRoute: OnRoute | null;
}

/**
 * Undoes a correction, within a transaction: the shipment goes where it went before, or is held again where that was the
 * question, and the address is no longer what its customer is known by. Gives its place on the route as it is then.
 */
export async function undo(
  trx: Transaction,
  { shipment, correction, actor, onRoute }: Undone,
  nowMs: number,
): Promise<OnRoute | null> {
  const { prior, id } = correction;
  if (prior === null) return onRoute;
  const after = asBefore(shipment, prior, nowMs);
  const code = after.state === shipment.state ? 'readdressed' : 'held';
  const undone = await writeChange(trx, { before: shipment, after, code, reason: id, actor }, nowMs);
  await forgetCorrected(trx, shipment, correction);
  return bringBack(trx, { shipment: undone, correction, actor, onRoute }, nowMs);
}

/**
 * The correction that was in effect before the undone one is so again, since the shipment goes to its address again: the
 * driver is told anew where it was the driver's. It is known from when it was proposed: what its customer was corrected to
 * since then is no earlier for it.
 */
async function bringBack(
  trx: Transaction,
  { shipment, correction, actor, onRoute }: Undone,
  nowMs: number,
): Promise<OnRoute | null> {
  const superseded = await listCorrections(trx, shipment.id);
  const earlier = superseded.find((one) => one.supersededBy === correction.id && one.prior !== null);
  if (earlier === undefined) return onRoute;
  await insertTogether(trx, correctedTo(shipment, earlier.id, earlier.createdAtMs));
  if (onRoute !== null && earlier.plan?.routeId === onRoute.route.id && (await wasUnderWay(trx, earlier)))
    return pushAgain(trx, { correction: earlier, actor, onRoute }, nowMs);
  await moveCorrection(trx, earlier, { state: 'applied', actor, supersededBy: null }, nowMs);
  return onRoute;
}

/** Whether its driver was still to go there when the later one took its place; not where that was tried already. */
async function wasUnderWay(trx: Transaction, { id }: Correction): Promise<boolean> {
  return (await instructionOf(trx, id))?.state === 'superseded';
}
