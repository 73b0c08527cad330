import type { Route, Stop } from '../route';
import { breaksAny, breaksUntil, leastEndMs, tryAt, type Course, type Tried } from './candidate';
import type { Estimate, Moment } from './estimate';
import type { NewStop, NoInsertion } from './insertion';
import { isTooNear } from './locked';

/** A parcel that is to go elsewhere on a route, whether it is on that route now or not. */
export interface InsertionQuestion extends Moment {
  route: Route;
  shipmentId: string;
  to: NewStop;
  /** Whether the agent said that promises to other customers, and the end of the shift, may be broken where need be. */
  mayBreakPromises: boolean;
}

/** What every place that is tried is judged by. */
export interface Trial extends InsertionQuestion {
  before: Estimate;
  course: Course;
  /** The first index where a stop may be put in. */
  open: number;
  /** The new stop; null where it joins another. */
  stop: Stop | null;
}

/**
 * The cheapest of some places that breaks nothing; where there is none and that is allowed, the cheapest of all. Few need to be
 * driven to the end: those that look best are tried first, and once one is found, those that cannot end as early are left.
 */
export function cheapestPlace(
  trial: Trial,
  places: readonly number[],
): { best: Tried; refusal: null } | { best: null; refusal: NoInsertion } {
  const tried: Tried[] = [];
  let best: Tried | null = null;
  for (const { index, leastMs } of mostPromisingFirst(trial, places)) {
    if (leastMs > (best?.endMs ?? Infinity)) break;
    const one = tryAt(trial.course, trial.stop, index, trial);
    if (isTooNear(one.arriveMs, trial.nowMs)) continue;
    tried.push(one);
    if (keepsAll(trial, one)) best = best === null ? one : cheaperOf(trial, best, one);
  }
  if (best !== null) return { best, refusal: null };
  return atACost(trial, tried);
}

function mostPromisingFirst(trial: Trial, places: readonly number[]): { index: number; leastMs: number }[] {
  const { course, stop } = trial;
  const least = (index: number) => (stop === null ? -Infinity : leastEndMs(course, stop, index, trial));
  const promising = places.map((index) => ({ index, leastMs: least(index) }));
  return promising.sort((one, other) =>
    one.leastMs < other.leastMs ? -1 : Number(one.leastMs > other.leastMs),
  );
}

function keepsAll(trial: Trial, tried: Tried): boolean {
  return !exceedsShift(trial, tried) && !breaksAny(trial.course, tried, trial.before);
}

/** Whether the route would end after the shift, where it did not before, or still later. */
export function exceedsShift({ route, before }: Trial, { endMs }: Tried): boolean {
  return breaksUntil(route.endsAtMs, before.endMs, endMs);
}

/** Without coordinates the old place comes before the end, whatever they cost. */
function cheaperOf({ to }: Trial, one: Tried, other: Tried): Tried {
  const byEnd = to.place === null ? 0 : (one.endMs ?? 0) - (other.endMs ?? 0);
  const byDelay = to.place === null ? 0 : one.delayMs - other.delayMs;
  return (byEnd || byDelay || one.index - other.index) <= 0 ? one : other;
}

/** The cheapest of places that all break something; or what that is, which an agent would have to allow. */
function atACost(
  trial: Trial,
  [first, ...others]: readonly Tried[],
): { best: Tried; refusal: null } | { best: null; refusal: NoInsertion } {
  if (first === undefined) return { best: null, refusal: 'too_late' };
  const best = others.reduce((one, other) => cheaperOf(trial, one, other), first);
  if (trial.mayBreakPromises) return { best, refusal: null };
  const breaksWindow = breaksAny(trial.course, best, trial.before);
  return { best: null, refusal: breaksWindow ? 'breaks_promises' : 'exceeds_shift' };
}
