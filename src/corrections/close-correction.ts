import type { Transaction } from '../database/open-database';
import type { Caller, PersonCaller } from '../http/caller';
import { refuseOtherVersion } from '../http/version';
import type { Once } from '../idempotency/once';
import { writeOnce, type Written } from '../idempotency/write-once';
import type { OnRoute } from '../routes/route-of-shipment';
import { actorOf } from '../shipments/find-shipment';
import { notInState as shipmentIs } from '../shipments/refusals';
import type { Shipment } from '../shipments/shipment';
import { sideOf } from '../shipments/shown-shipment';
import { canBeReaddressed } from '../shipments/states';
import type { Correction } from './correction';
import { type CorrectionRequest, correctionFor } from './find-correction';
import { lockedCorrection } from './locked-correction';
import type { CorrectionDependencies } from './propose-correction';
import { notInState, plannedByIt, notYourProposal, onlyTheDeskUndoes } from './refusals';
import { IN_EFFECT, OPEN } from './states';
import { undo } from './undo-correction';
import { withdrawPushed } from './withdraw-pushed';
import { moveCorrection } from './write-correction';

type CloseDependencies = Pick<CorrectionDependencies, 'database' | 'clock'>;

/**
 * An agent turns down a correction that is still to be decided, once; the same address again is no news then.
 * @throws Problem not-found, precondition-failed, or conflict where it was decided already
 */
export async function rejectCorrection(
  { database, clock }: CloseDependencies,
  request: CorrectionRequest & { caller: PersonCaller; reason: string },
  once: Once,
): Promise<Written<Correction>> {
  const nowMs = clock.nowMs();
  const actor = request.caller.personId;
  return writeOnce(database, once, nowMs, async (trx) => {
    const { shipment, correction } = await correctionFor(trx, request);
    const told = { state: 'rejected', actor, decidedBy: actor, reason: request.reason } as const;
    return { subject: shipment.id, result: await moveCorrection(trx, correction, told, nowMs) };
  });
}

/**
 * Takes a correction back, once: whoever proposed it as long as it is to be decided, an agent also as the undo of one that
 * was applied, with which the shipment is as it was before.
 * @throws Problem not-found, precondition-failed, forbidden for a shop's undo, or conflict where it is too late
 */
export async function withdrawCorrection(
  { database, clock }: CloseDependencies,
  request: CorrectionRequest,
  once: Once,
): Promise<Written<Correction>> {
  const nowMs = clock.nowMs();
  return writeOnce(database, once, nowMs, async (trx) => {
    const result = await withdraw(trx, request, nowMs);
    return { subject: request.shipmentId, result };
  });
}

async function withdraw(trx: Transaction, request: CorrectionRequest, nowMs: number): Promise<Correction> {
  const { shipment, correction, onRoute } = await lockedCorrection(trx, request);
  const { caller, expected } = request;
  refuseOtherVersion(correction.version, expected);
  const actor = actorOf(caller);
  const isUndo = IN_EFFECT.includes(correction.state);
  if (isUndo) refuseUndo({ shipment, correction, onRoute }, caller);
  else refuseWithdrawal(correction, caller);
  const told = { state: 'withdrawn', actor, decidedBy: actor } as const;
  const withdrawn = await moveCorrection(trx, correction, told, nowMs);
  const now =
    correction.state === 'pushed' ? await withdrawPushed(trx, correction, { onRoute, actor }, nowMs) : null;
  if (isUndo) await undo(trx, { shipment, correction, actor, onRoute: now }, nowMs);
  return withdrawn;
}

interface Undoable {
  shipment: Shipment;
  correction: Correction;
  onRoute: OnRoute | null;
}

/**
 * What took effect is the desk's to undo, as long as another address still reaches the parcel; what was pushed, until the
 * driver has seen it. After that, and where a route is planned by it, another correction takes its place: that one says
 * where on the route the parcel fits.
 */
function refuseUndo({ shipment, correction, onRoute }: Undoable, caller: Caller): void {
  if (caller.kind !== 'person') throw onlyTheDeskUndoes();
  if (correction.state === 'acknowledged') throw notInState(correction.state);
  if (correction.state === 'pushed') return;
  if (!canBeReaddressed(shipment.state)) throw shipmentIs(shipment.state);
  if (onRoute !== null) throw plannedByIt();
}

/** A shop takes back what came from it, by whichever of its keys; the desk whatever is open. */
function refuseWithdrawal({ state, proposedBy }: Correction, caller: Caller): void {
  if (!OPEN.includes(state)) throw notInState(state);
  if (caller.kind !== 'person' && sideOf(proposedBy) !== 'shop') throw notYourProposal();
}
