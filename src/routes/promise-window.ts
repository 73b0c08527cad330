import { windowAround } from './planning/windows';
import type { Route, Stop, Window } from './route';
import { isDone } from './states';

/**
 * The route after its driver has acknowledged a stop: its window is promised, the estimated one where it still holds,
 * otherwise one round the estimate of now. Where nothing can be estimated, nothing more is promised.
 */
export function promised(route: Route, stopId: string | null, estimateMs: number | null): Route {
  const stops = route.stops.map((stop) => (stop.id === stopId ? withPromise(stop, estimateMs) : stop));
  return { ...route, stops };
}

function withPromise(stop: Stop, estimateMs: number | null): Stop {
  const { window, state } = stop;
  if (isDone(state) || (window !== null && window.state !== 'estimated')) return stop;
  const holds = window !== null && (estimateMs === null || isWithin(estimateMs, window));
  if (holds) return { ...stop, window: { ...window, state: 'promised' } };
  if (estimateMs === null) return stop;
  return { ...stop, window: { ...windowAround(estimateMs), state: 'promised' } };
}

function isWithin(atMs: number, { fromMs, untilMs }: Window): boolean {
  return atMs >= fromMs && atMs <= untilMs;
}
