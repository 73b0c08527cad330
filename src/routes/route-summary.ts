import type { Route } from './route';
import { isDone } from './states';

/** A route without its stops: what a list shows, and what a write gives back. */
export interface RouteSummary extends Omit<Route, 'stops' | 'start' | 'position' | 'endedAtMs'> {
  stopsDone: number;
  stopsToDo: number;
}

export function summaryOf({ stops, ...route }: Route): RouteSummary {
  const { id, reference, day, depot, driver, vehicle, state, version, startsAtMs, endsAtMs } = route;
  const stopsDone = stops.filter((stop) => isDone(stop.state)).length;
  return {
    ...{ id, reference, day, depot, driver, vehicle, state, version, startsAtMs, endsAtMs },
    ...{ stopsDone, stopsToDo: stops.length - stopsDone, deviceSeenAtMs: route.deviceSeenAtMs },
    ...{ createdAtMs: route.createdAtMs, updatedAtMs: route.updatedAtMs },
  };
}
