import type { Route, Stop } from './route';

/** The stops that came, or are not as they were. Stops are never changed in place: one that is the same object is the same. */
export function changedStops(before: Pick<Route, 'stops'>, after: Pick<Route, 'stops'>): Stop[] {
  const known = new Set(before.stops);
  return after.stops.filter((stop) => !known.has(stop));
}
