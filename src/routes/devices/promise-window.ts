import { windowAround } from '../planning/windows';
import type { Route, Stop, Window } from '../route';
import { isDone } from '../states';

/** When a stop will be reached, as it is estimated now; null where nothing can be. */
interface Estimate {
  estimateMs: number | null;
  nowMs: number;
}

/**
 * The route after its driver has acknowledged a stop: its window is promised, the estimated one where it still holds and
 * is not over, otherwise one round the estimate of now. Where nothing can be estimated, nothing more is promised.
 */
export function promised(route: Route, stopId: string | null, estimate: Estimate): Route {
  const stops = route.stops.map((stop) => (stop.id === stopId ? withPromise(stop, estimate) : stop));
  return { ...route, stops };
}

function withPromise(stop: Stop, { estimateMs, nowMs }: Estimate): Stop {
  const { window, state } = stop;
  if (isDone(state) || (window !== null && window.state !== 'estimated')) return stop;
  const isAhead = window !== null && window.untilMs > nowMs;
  if (isAhead && (estimateMs === null || isWithin(estimateMs, window)))
    return { ...stop, window: { ...window, state: 'promised' } };
  if (estimateMs === null) return stop;
  return { ...stop, window: { ...windowAround(estimateMs), state: 'promised' } };
}

function isWithin(atMs: number, { fromMs, untilMs }: Window): boolean {
  return atMs >= fromMs && atMs <= untilMs;
}
