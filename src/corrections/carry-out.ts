import type { Transaction } from '../database/open-database';
import type { Write } from '../database/write';
import { newId } from '../ids';
import { type Option, USUAL_SERVICE_MS } from '../routes/planning/option';
import { straightLine, type TravelMs } from '../routes/planning/travel';
import { applyInsertion, takeBack, type ChangedStops } from '../routes/planning/apply-insertion';
import type { Place, Route } from '../routes/route';
import type { OnRoute } from '../routes/route-of-shipment';
import { pushed } from '../routes/instructions/write-instruction';
import { changedRoute, type RouteStep } from '../routes/write-route';
import { changed } from '../shipments/change-shipment';
import { correctedTo } from '../shipments/remembered';
import type { Shipment } from '../shipments/shipment';
import type { Approval } from './approval';
import { corrected, priorOf } from './corrected-shipment';
import type { Correction } from './correction';
import { isOnBoard, landed } from './parcel-way';
import type { CorrectionPlan } from './plan';
import { supersedeEarlier } from './supersede';
import { auditedMove, moved, moveOf } from './write-correction';

/** A correction that was approved, and everything that its parcel's way depends on; its route is locked. */
export interface Work {
  correction: Correction;
  shipment: Shipment;
  /** All that its shipment has. */
  corrections: readonly Correction[];
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

/** A correction as it was carried out, and what is still to be written of it, in the same transaction. */
export interface CarriedOut {
  correction: Correction;
  writes: Write[];
}

/**
 * Carries an approved correction out within a transaction: what was in effect before is superseded; a parcel in a van goes to
 * its new stop, or back, by an instruction to the driver (`pushed`); any other goes there at once (`applied`).
 */
export async function carryOut(trx: Transaction, work: Work, nowMs: number): Promise<CarriedOut> {
  const { shipment, approval, option } = work;
  const onRoute = await supersedeEarlier(trx, work, nowMs);
  const { actor, address, reason } = approval;
  const plan = option === null ? null : planOf(option, onRoute);
  const told = { address, reason, decidedBy: actor, plan, prior: priorOf(shipment) };
  const approved = moved(work.correction, { state: 'approved', ...told }, nowMs);
  const current = { ...work, correction: approved, onRoute };
  const isPushed = isForDriver(current);
  const correction = moved(approved, { state: isPushed ? 'pushed' : 'applied' }, nowMs);
  const writes = [
    auditedMove(approved, actor),
    ...(isPushed ? push(current, nowMs) : apply(current, nowMs)),
    ...moveOf(work.correction, correction, actor),
  ];
  return { correction, writes };
}

function planOf({ kind, routeId, day, depot, window }: Option, onRoute: OnRoute | null): CorrectionPlan {
  return { option: kind, routeId: routeId ?? onRoute?.route.id ?? null, day, depot, window };
}

function isForDriver({ shipment, onRoute }: Work): boolean {
  return onRoute?.route.state === 'under_way' && isOnBoard(shipment, onRoute);
}

/** Tells the driver; the parcel's state is what it was, unless it stood still for its address. */
function push(work: Work, nowMs: number): Write[] {
  const { shipment, correction, onRoute, approval, option } = work;
  if (onRoute === null || option === null) throw new Error('Only what is on a route is pushed');
  const { stopId, before, stops } = changedStops(work, onRoute.route, option, nowMs);
  const kind = option.kind === 'same_route' ? 'redirect' : 'take_back';
  const of = { shipmentId: shipment.id, correctionId: correction.id, actor: approval.actor };
  const { writes } = pushed(
    withStops(onRoute.route, stops),
    { kind, stopId, before, text: null, ...of },
    nowMs,
  );
  return [
    ...writes,
    ...readdress(work, { after: corrected(shipment, approval, nowMs), code: 'pushed' }, nowMs),
  ];
}

/** Takes effect at once: on routes that have not left nobody need be told. */
function apply(work: Work, nowMs: number): Write[] {
  const { shipment, correction, onRoute, approval, option, other } = work;
  const entry = { kind: 'stops_changed', actor: approval.actor } as const;
  const steps: RouteStep[] = [];
  if (onRoute !== null && option !== null)
    steps.push(withStops(onRoute.route, changedStops(work, onRoute.route, option, nowMs).stops));
  if (other !== null && option !== null)
    steps.push(withStops(other, inserted(work, other, option, nowMs).stops));
  const after = landed(corrected(shipment, approval, nowMs), correction.plan, nowMs);
  return [
    ...steps.flatMap((step) => changedRoute(step, entry, nowMs).writes),
    ...readdress(work, { after, code: 'readdressed' }, nowMs),
  ];
}

function withStops(before: Route, stops: Route['stops']): RouteStep {
  return { before, after: { ...before, stops } };
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

function readdress(
  { shipment: before, correction, approval: { actor } }: Work,
  { after, code }: { after: Shipment; code: 'pushed' | 'readdressed' },
  nowMs: number,
): Write[] {
  const { writes } = changed({ before, after, code, reason: correction.id, actor }, nowMs);
  return [...writes, ...correctedTo(after, correction.id, nowMs)];
}
