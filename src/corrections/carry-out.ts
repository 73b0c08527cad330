import type { Transaction } from '../database/open-database';
import { insertTogether } from '../database/insert-together';
import { newId } from '../ids';
import { type Option, USUAL_SERVICE_MS } from '../routes/planning/option';
import { straightLine, type TravelMs } from '../routes/planning/travel';
import { applyInsertion, takeBack, type ChangedStops } from '../routes/planning/apply-insertion';
import type { Place, Route } from '../routes/route';
import type { OnRoute } from '../routes/route-of-shipment';
import { pushInstruction } from '../routes/write-instruction';
import { writeRoute } from '../routes/write-route';
import { writeChange } from '../shipments/change-shipment';
import { correctedTo } from '../shipments/remembered';
import type { Shipment } from '../shipments/shipment';
import type { Approval } from './approval';
import { corrected, priorOf } from './corrected-shipment';
import type { Correction } from './correction';
import { isOnBoard, landed } from './parcel-way';
import type { CorrectionPlan } from './plan';
import { supersedeEarlier } from './supersede';
import { moveCorrection } from './write-correction';

/** A correction that was approved, and everything that its parcel's way depends on; its route is locked. */
export interface Work {
  correction: Correction;
  shipment: Shipment;
  onRoute: OnRoute | null;
  approval: Approval;
  /** What the agent chose; null for a parcel that is on no route. */
  option: Option | null;
  /** The other route that the parcel is to go on today, locked too. */
  other: Route | null;
  /** Where the new address is; null where the register knows no coordinates. */
  place: Place | null;
  travelMs: TravelMs;
}

/** Of a parcel that is on no route, and for which nothing needs to be chosen. */
export const offRoute = {
  onRoute: null,
  option: null,
  other: null,
  place: null,
  travelMs: straightLine,
} as const;

/**
 * Carries an approved correction out within a transaction: what was in effect before is superseded; a parcel in a van goes to
 * its new stop, or back, by an instruction to the driver (`pushed`); any other goes there at once (`applied`).
 */
export async function carryOut(trx: Transaction, work: Work, nowMs: number): Promise<Correction> {
  const { shipment, approval, option } = work;
  const onRoute = await supersedeEarlier(trx, work, nowMs);
  const { actor, address, reason } = approval;
  const plan = option === null ? null : planOf(option, onRoute);
  const told = { address, reason, decidedBy: actor, plan, prior: priorOf(shipment) };
  const correction = await moveCorrection(trx, work.correction, { state: 'approved', actor, ...told }, nowMs);
  const current = { ...work, correction, onRoute };
  const state = isForDriver(current) ? await push(trx, current, nowMs) : await apply(trx, current, nowMs);
  return moveCorrection(trx, correction, { state, actor }, nowMs);
}

function planOf({ kind, routeId, day, depot, window }: Option, onRoute: OnRoute | null): CorrectionPlan {
  return { option: kind, routeId: routeId ?? onRoute?.route.id ?? null, day, depot, window };
}

function isForDriver({ shipment, onRoute }: Work): boolean {
  return onRoute?.route.state === 'under_way' && isOnBoard(shipment, onRoute);
}

/** Tells the driver; the parcel's state is what it was, unless it stood still for its address. */
async function push(trx: Transaction, work: Work, nowMs: number): Promise<'pushed'> {
  const { shipment, correction, onRoute, approval, option } = work;
  if (onRoute === null || option === null) throw new Error('Only what is on a route is pushed');
  const { stopId, before, stops } = changedStops(work, onRoute.route, option, nowMs);
  const kind = option.kind === 'same_route' ? 'redirect' : 'take_back';
  const of = { shipmentId: shipment.id, correctionId: correction.id, actor: approval.actor };
  const step = { before: onRoute.route, after: { ...onRoute.route, stops } };
  await pushInstruction(trx, step, { kind, stopId, before, text: null, ...of }, nowMs);
  await readdress(trx, work, { after: corrected(shipment, approval, nowMs), code: 'pushed' }, nowMs);
  return 'pushed';
}

/** Takes effect at once: on routes that have not left nobody need be told. */
async function apply(trx: Transaction, work: Work, nowMs: number): Promise<'applied'> {
  const { shipment, correction, onRoute, approval, option, other } = work;
  const { actor } = approval;
  if (onRoute !== null && option !== null) {
    const { stops } = changedStops(work, onRoute.route, option, nowMs);
    const step = { before: onRoute.route, after: { ...onRoute.route, stops } };
    await writeRoute(trx, step, { kind: 'stops_changed', actor }, nowMs);
  }
  if (other !== null && option !== null) {
    const { stops } = inserted(work, other, option, nowMs);
    await writeRoute(
      trx,
      { before: other, after: { ...other, stops } },
      { kind: 'stops_changed', actor },
      nowMs,
    );
  }
  const after = landed(corrected(shipment, approval, nowMs), correction.plan, nowMs);
  await readdress(trx, work, { after, code: 'readdressed' }, nowMs);
  return 'applied';
}

function changedStops(work: Work, route: Route, option: Option, nowMs: number): ChangedStops {
  return option.kind === 'same_route'
    ? inserted(work, route, option, nowMs)
    : takeBack(route, work.shipment.id, work.travelMs);
}

function inserted(work: Work, route: Route, { insertion, window }: Option, nowMs: number): ChangedStops {
  if (insertion === null) throw new Error('An option that is allowed has its place');
  const { shipment, approval, place, onRoute, travelMs } = work;
  const to = { address: approval.address, place, serviceMs: onRoute?.stop?.serviceMs ?? USUAL_SERVICE_MS };
  const redirection = {
    ...{ shipmentId: shipment.id, to, window },
    at: insertion,
    newStopId: newId('stp', nowMs),
  };
  return applyInsertion(route, redirection, travelMs);
}

async function readdress(
  trx: Transaction,
  { shipment: before, correction, approval: { actor } }: Work,
  { after, code }: { after: Shipment; code: 'pushed' | 'readdressed' },
  nowMs: number,
): Promise<void> {
  await writeChange(trx, { before, after, code, reason: correction.id, actor }, nowMs);
  await insertTogether(trx, correctedTo(after, correction.id, nowMs));
}
