import { isOnBoard } from '../corrections/parcel-way';
import type { ChancesToday } from '../routes/last-chances';
import { lastChanceOnRoute, type RouteProgress, type StopAhead } from '../routes/planning/last-chance';
import type { QueuedShipment } from '../shipments/queued-shipment';
import { canBeReaddressed, isFinal } from '../shipments/states';

type Parcel = Pick<QueuedShipment, 'id' | 'state' | 'depot'>;

/**
 * Until when something can still be done today for a shipment in the queue; null where nothing closes it, or nothing can be
 * done any more. In a van, and on a route that has not left, as lastChanceOnRoute has it. Held in the depot, or before, until the
 * last route of its depot that has not left today starts: that one could still take it along. `alertedRouteId` is the route
 * of its alert, which has it in the van where it is at no stop: its driver was told to bring it back.
 */
export function lastChanceOf(
  parcel: Parcel,
  alertedRouteId: string | null,
  { stops, routes, lastStarts }: ChancesToday,
  nowMs: number,
): number | null {
  if (isFinal(parcel.state)) return null;
  const { stop = null, routeId = alertedRouteId } = stops.get(parcel.id) ?? {};
  const route = routeId === null ? undefined : routes.get(routeId);
  if (route !== undefined && goesBy(route, parcel, stop)) return lastChanceOnRoute(stop, route, nowMs);
  return canBeReaddressed(parcel.state) ? lastStartAt(parcel, lastStarts) : null;
}

/** Whether a parcel is, or will be, in the van of this route as things stand. */
function goesBy(route: RouteProgress, parcel: Parcel, stop: StopAhead | null): boolean {
  return route.state === 'planned' ? stop !== null : isOnBoard(parcel, { route, stop });
}

function lastStartAt({ depot }: Parcel, lastStarts: ChancesToday['lastStarts']): number | null {
  return depot === null ? null : (lastStarts.get(depot) ?? null);
}

/**
 * Whether it goes by a stop of its own. Not so what is held: it is at the depot, whatever stop was planned for it, unless a delivery
 * of it failed. Of ten thousand items most are.
 */
export function mayBeAtStop(parcel: Pick<QueuedShipment, 'state' | 'hasFailed'> | undefined): boolean {
  return parcel !== undefined && (parcel.state !== 'held' || parcel.hasFailed);
}
