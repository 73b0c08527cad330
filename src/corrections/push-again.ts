import type { Transaction } from '../database/open-database';
import { instructionOf, type OnRoute } from '../routes/route-of-shipment';
import { pushInstruction } from '../routes/instructions/write-instruction';
import type { Correction } from './correction';
import { moveCorrection } from './write-correction';

/** Tells a driver once more of a correction whose place another had taken, within a transaction that has locked the route. */
export async function pushAgain(
  trx: Transaction,
  { correction, actor, onRoute }: { correction: Correction; actor: string; onRoute: OnRoute },
  nowMs: number,
): Promise<OnRoute> {
  const told = await instructionOf(trx, correction.id);
  await moveCorrection(trx, correction, { state: 'pushed', actor, supersededBy: null }, nowMs);
  if (told === null) return onRoute;
  const { kind, shipmentId, correctionId, before } = told;
  const stopId = onRoute.stop?.id ?? null;
  const draft = { kind, shipmentId, correctionId, before, stopId, text: null, actor };
  const step = { before: onRoute.route, after: onRoute.route };
  const { route } = await pushInstruction(trx, step, draft, nowMs);
  return { ...onRoute, route };
}
