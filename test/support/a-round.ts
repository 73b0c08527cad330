import type { Place } from '../../src/routes/route';
import { straightKm } from '../../src/routes/planning/travel';

/** Orders places as a driver would without a planner: each time to the nearest that is left. */
export function nearestNeighbour(start: Place, places: readonly Place[]): Place[] {
  const left = [...places];
  const ordered: Place[] = [];
  let from = start;
  while (left.length > 0) {
    const distances = left.map((place) => straightKm(from, place));
    const nearest = distances.indexOf(Math.min(...distances));
    from = left.splice(nearest, 1)[0]!;
    ordered.push(from);
  }
  return ordered;
}
