import type { Place } from '../route';
import { itineraryOf, lastStopBeenAt } from './itinerary';
import type { OptionsQuestion } from './option';

/** The places between which an answer to a question needs travel times. */
export interface PlacesAsked {
  /** A few, each of which is needed from and to all others. */
  around: readonly Place[];
  others: readonly Place[];
}

/**
 * What must be asked of a road planner before a question is put: the new place to and from every stop it could come beside, and
 * what closes the gap that the parcel leaves. What lies between neighbours is kept with the stops (`stop.travel`), or a straight
 * line; so a route of n stops costs some n legs, not n².
 */
export function placesAsked(
  question: Pick<OptionsQuestion, 'route' | 'others' | 'place' | 'shipmentId'>,
): PlacesAsked {
  const { route, others, place, shipmentId } = question;
  const routes = [...(route === null ? [] : [route]), ...others];
  const stops = routes.flatMap((each) => itineraryOf(each.stops));
  const beginnings = routes.flatMap(({ position, start, stops: all }) => [
    position,
    start,
    lastStopBeenAt(all)?.place,
  ]);
  const itinerary = route === null ? [] : itineraryOf(route.stops);
  const old = itinerary.findIndex(({ shipmentIds }) => shipmentIds.includes(shipmentId));
  return {
    around: known([place, old > 0 ? itinerary[old - 1]?.place : null, route?.position]),
    others: known([...stops.map((stop) => stop.place), ...beginnings]),
  };
}

function known(places: readonly (Place | null | undefined)[]): Place[] {
  return places.flatMap((place) => (place ? [{ lat: place.lat, lon: place.lon }] : []));
}
