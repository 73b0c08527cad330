import type { Place } from './route';

/** The columns of a place; empty where there is none. */
export function pointOf(place: Place | null): { lat: number | null; lon: number | null } {
  return place === null ? { lat: null, lon: null } : { lat: place.lat, lon: place.lon };
}
