import type { RouteState, StopState } from '../states';
import { isDone } from '../states';
import { LOCKED_AHEAD_MS } from './locked';

/** A stop where a parcel is to be handed over, or was tried to be, as far as its last chance goes by it. */
export interface StopAhead {
  state: StopState;
  plannedAtMs: number | null;
  /** How many stops the driver does before it. */
  stopsBefore: number;
}

/** How far a route has come, without its stops. Times are milliseconds since 1970. */
export interface RouteProgress {
  state: RouteState;
  startsAtMs: number;
  endsAtMs: number;
  /** How much later than planned the driver left the last stop that was done; null where that is not known. */
  behindMs: number | null;
  /** How many stops are still to come. */
  stopsToDo: number;
  /** When the last of them is planned; null where none has a time. */
  lastPlannedAtMs: number | null;
}

/**
 * Until when something can still be done today with a parcel on a route; null where nothing closes it. On a route that has not
 * left, until it starts. In a van, until 10 minutes before the driver is at its stop, as a redirection closes; where that stop
 * is done, or too near, the parcel is still in the van, and it is until 10 minutes before the last stop still to come.
 * Arrivals are the planner's times, as much later as the driver is behind; where the plan has none, the rest of the shift is
 * divided evenly over the stops to do. That is rougher than an option, which looks at every stop of its route: a queue of
 * thousands reads none of them.
 */
export function lastChanceOnRoute(
  stop: StopAhead | null,
  route: RouteProgress,
  nowMs: number,
): number | null {
  if (route.state === 'ended') return null;
  if (route.state === 'planned') return route.startsAtMs;
  const stopMs = stop === null || isClosed(stop) ? null : roughArrival(stop, route, nowMs);
  if (stopMs !== null && stopMs >= nowMs + LOCKED_AHEAD_MS) return stopMs - LOCKED_AHEAD_MS;
  return route.stopsToDo === 0 ? null : roughArrival(lastStop(route), route, nowMs) - LOCKED_AHEAD_MS;
}

function isClosed({ state }: StopAhead): boolean {
  return isDone(state) || state === 'arrived' || state === 'next';
}

type Timed = Pick<StopAhead, 'plannedAtMs' | 'stopsBefore'>;

function lastStop({ stopsToDo, lastPlannedAtMs }: RouteProgress): Timed {
  return { plannedAtMs: lastPlannedAtMs, stopsBefore: stopsToDo - 1 };
}

function roughArrival({ plannedAtMs, stopsBefore }: Timed, route: RouteProgress, nowMs: number): number {
  if (plannedAtMs !== null) return Math.max(nowMs, plannedAtMs + (route.behindMs ?? 0));
  const leftMs = Math.max(0, route.endsAtMs - nowMs);
  return nowMs + Math.round((leftMs * (stopsBefore + 1)) / (route.stopsToDo + 1));
}
