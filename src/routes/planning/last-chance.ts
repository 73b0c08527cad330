import type { RouteState, StopState } from '../states';
import { isDone } from '../states';
import { LOCKED_AHEAD_MS } from './locked';

/** A stop where a parcel is to be handed over, or was tried to be, as far as its last chance goes by it. */
export interface StopAhead {
  state: StopState;
  plannedAtMs: number | null;
  rank: number;
}

/** How far a route has come, without its stops. Times are milliseconds since 1970. */
export interface RouteProgress {
  state: RouteState;
  startsAtMs: number;
  endsAtMs: number;
  /** How much later than planned the driver is done with as much of the plan as is done; null where that is not known. */
  behindMs: number | null;
  /** The stops still to come: the ranks of the first and the last, and when the last is planned; null where none is to come. */
  toDo: { firstRank: number; lastRank: number; lastPlannedAtMs: number | null } | null;
}

/**
 * Until when something can still be done today with a parcel on a route; null where nothing closes it. On a route that has not
 * left, until it starts. In a van, until 10 minutes before the driver is at its stop, as a redirection closes; where that stop
 * is done, or too near, the parcel is still in the van, and it is until 10 minutes before the last stop still to come.
 * Arrivals are the planner's times, as much later as the driver is behind; where the plan has none, the rest of the shift is
 * divided evenly over the sequence still to come. That is rougher than an option, which looks at every stop of its route: a queue of
 * thousands reads none of them.
 */
export function lastChanceOnRoute(
  stop: StopAhead | null,
  route: RouteProgress,
  nowMs: number,
): number | null {
  if (route.state === 'ended') return null;
  if (route.state === 'planned') return route.startsAtMs;
  if (route.toDo === null) return null;
  const stopMs = stop === null || isClosed(stop) ? null : roughArrival(stop, route, nowMs);
  if (stopMs !== null && stopMs >= nowMs + LOCKED_AHEAD_MS) return stopMs - LOCKED_AHEAD_MS;
  const last = { rank: route.toDo.lastRank, plannedAtMs: route.toDo.lastPlannedAtMs };
  return roughArrival(last, route, nowMs) - LOCKED_AHEAD_MS;
}

function isClosed({ state }: StopAhead): boolean {
  return isDone(state) || state === 'arrived' || state === 'next';
}

type Timed = Pick<StopAhead, 'plannedAtMs' | 'rank'>;

function roughArrival({ plannedAtMs, rank }: Timed, route: RouteProgress, nowMs: number): number {
  if (plannedAtMs !== null) return Math.max(nowMs, plannedAtMs + (route.behindMs ?? 0));
  const { firstRank, lastRank } = route.toDo ?? { firstRank: rank, lastRank: rank };
  const share = (rank - firstRank + 1) / (lastRank - firstRank + 2);
  return nowMs + Math.round(Math.max(0, route.endsAtMs - nowMs) * share);
}
