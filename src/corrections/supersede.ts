import type { Transaction } from '../database/open-database';
import { instructionOf, type OnRoute } from '../routes/route-of-shipment';
import { moveInstruction } from '../routes/instructions/write-instruction';
import type { Shipment } from '../shipments/shipment';
import type { Correction } from './correction';
import { forgetCorrected } from './forget-corrected';
import { IN_EFFECT, OPEN } from './states';
import { moveCorrection } from './write-correction';

interface Superseding {
  correction: Correction;
  shipment: Shipment;
  /** All that its shipment has. */
  corrections: readonly Correction[];
  onRoute: OnRoute | null;
  approval: { actor: string };
}

/**
 * A correction that is approved takes the place of all before it, within a transaction. What its driver was told of the
 * earlier one is superseded first, so that the feed tells both in their order. Gives the parcel's place on its route as it is then.
 */
export async function supersedeEarlier(
  trx: Transaction,
  { correction, shipment, corrections, onRoute, approval: { actor } }: Superseding,
  nowMs: number,
): Promise<OnRoute | null> {
  const states = [...IN_EFFECT, ...OPEN];
  const by = { by: correction.id, shipment, corrections };
  const superseded = await supersede(trx, by, { states, actor }, nowMs);
  const pushed = superseded.find(({ state }) => state === 'pushed' || state === 'acknowledged');
  if (pushed === undefined || onRoute === null) return onRoute;
  return closeInstruction(trx, pushed, { onRoute, actor }, nowMs);
}

async function closeInstruction(
  trx: Transaction,
  { id }: Correction,
  { onRoute, actor }: { onRoute: OnRoute; actor: string },
  nowMs: number,
): Promise<OnRoute> {
  const instruction = await instructionOf(trx, id);
  const { route } = onRoute;
  const isOpen = instruction?.state === 'pushed' || instruction?.state === 'acknowledged';
  if (instruction === null || !isOpen || instruction.routeId !== route.id) return onRoute;
  const step = { before: route, after: route, instruction };
  const closed = await moveInstruction(trx, step, { state: 'superseded', actor }, nowMs);
  return { ...onRoute, route: closed.route };
}

/** A later correction takes the place of those of its shipment that are in these states; gives them as they were. */
export async function supersede(
  trx: Transaction,
  { by, shipment, corrections }: { by: string; shipment: Shipment; corrections: readonly Correction[] },
  { states, actor }: { states: readonly Correction['state'][]; actor: string },
  nowMs: number,
): Promise<Correction[]> {
  const earlier = corrections.filter(({ id, state }) => id !== by && states.includes(state));
  for (const one of earlier) {
    await moveCorrection(trx, one, { state: 'superseded', actor, supersededBy: by }, nowMs);
    await forgetCorrected(trx, shipment, one);
  }
  return earlier;
}
