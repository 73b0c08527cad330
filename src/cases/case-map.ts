import type { MapView } from '../desk/map-view';
import type { Place } from '../routes/route';
import { point, routeOnMap } from '../routes/route-on-map';
import type { OnRoute } from '../routes/route-of-shipment';

/**
 * Where the parcel goes now, where it is to go, and the route between; null where there is too little to see: no route, or
 * nothing of it that has coordinates.
 */
export function caseMap(onRoute: OnRoute | null, isToGo: Place | null): MapView | null {
  if (onRoute === null) return null;
  const { route, stop } = onRoute;
  const { points, lines } = routeOnMap(route);
  const goes = stop?.place ?? null;
  const all = [
    ...points,
    ...(goes === null ? [] : [point('old', goes, '')]),
    ...(isToGo === null ? [] : [point('new', isToGo, '')]),
  ];
  return all.length < 2 ? null : { points: all, lines };
}
