import type { MapView } from '../desk/map-view';
import type { Place } from '../routes/route';
import { point, stopsOnMap, vehicleOnMap, wayAhead } from '../routes/route-on-map';
import type { OnRoute } from '../routes/route-of-shipment';

/**
 * Where the parcel goes now, where it is to go, and the route between; null where there is too little to see: no route, or
 * nothing of it that has coordinates.
 */
export function caseMap(onRoute: OnRoute | null, isToGo: Place | null): MapView | null {
  if (onRoute === null) return null;
  const { route, stop } = onRoute;
  const goes = stop?.place ?? null;
  const points = [
    ...stopsOnMap(route),
    ...vehicleOnMap(route),
    ...(goes === null ? [] : [point('old', goes, '')]),
    ...(isToGo === null ? [] : [point('new', isToGo, '')]),
  ];
  // A depot that the van left long ago lies so far away that all that matters would be one dot.
  return points.length < 2 ? null : { points, lines: wayAhead({ ...route, start: null }) };
}
