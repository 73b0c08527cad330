import type { Route, Stop } from '../routes/route';
import type { OnRoute } from '../routes/route-of-shipment';
import type { Shipment } from '../shipments/shipment';
import { canBecome, canBeReaddressed, isWithDriver } from '../shipments/states';
import type { CorrectionPlan } from './plan';

/** As much of a parcel's place on a route as tells whether it is in the van. */
export interface Spot {
  route: Pick<Route, 'state'>;
  stop: Pick<Stop, 'state'> | null;
}

/**
 * Whether a parcel is in the van. Where the scan of loading is missing, what is on a route that has left is on board; not so
 * what was held before it could be loaded.
 */
export function isOnBoard({ state }: Pick<Shipment, 'state'>, onRoute: Spot | null): boolean {
  if (isWithDriver(state)) return true;
  if (onRoute?.route.state !== 'under_way' || state === 'at_depot') return false;
  return state !== 'held' || onRoute.stop === null || onRoute.stop.state === 'failed';
}

/** Whether another address still reaches it: in the depot or before, or by way of its driver. */
export function canBeCorrected({ state }: Pick<Shipment, 'state'>, onRoute: OnRoute | null): boolean {
  return canBeReaddressed(state) || (isWithDriver(state) && onRoute !== null);
}

/** A parcel's place on a route that was changed meanwhile. */
export function placeOn(route: Route, shipmentId: string | null): OnRoute {
  const stop = route.stops.find(({ shipmentIds }) => shipmentIds.some((id) => id === shipmentId));
  return { route, stop: stop ?? null };
}

const HELD_AT_DEPOT = {
  reason: 'agent',
  note: 'Blijft in het depot, zoals bij de correctie besloten',
} as const;

/** A corrected parcel that is in the depot, or before, as its plan has it go on from there. */
export function landed(shipment: Shipment, plan: CorrectionPlan | null, nowMs: number): Shipment {
  if (plan === null || plan.option === 'same_route' || plan.option === 'other_route_today') return shipment;
  const there = {
    ...shipment,
    promisedOn: plan.day ?? shipment.promisedOn,
    depot: plan.depot ?? shipment.depot,
  };
  if (plan.option === 'hold_at_depot') return moved({ ...there, hold: HELD_AT_DEPOT }, 'held', nowMs);
  return plan.option === 'return_to_sender' ? moved({ ...there, hold: null }, 'returning', nowMs) : there;
}

function moved(shipment: Shipment, to: 'held' | 'returning', nowMs: number): Shipment {
  return shipment.state === to || !canBecome(shipment.state, to)
    ? shipment
    : { ...shipment, state: to, stateAtMs: nowMs };
}
