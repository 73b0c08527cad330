import type { Stop } from '../route';
import { isDone } from '../states';
import type { Estimate } from './estimate';

/**
 * What is nearer than 10 minutes is left as it is (issue 4): a driver needs that long to see a change, as an agent is told
 * after 10 minutes that he has not.
 */
export const LOCKED_AHEAD_MS = 10 * 60_000;

/** Whether a stop can no longer be changed, or passed over for another: done, arrived at, driven to, or too near. */
export function isLocked(stop: Stop, arriveMs: number | null, nowMs: number): boolean {
  if (isDone(stop.state) || stop.state === 'arrived' || stop.state === 'next') return true;
  return isTooNear(arriveMs, nowMs);
}

/** Whether a driver would be there before he can be expected to know. What is not known is not too near. */
export function isTooNear(arriveMs: number | null, nowMs: number): boolean {
  return arriveMs !== null && arriveMs < nowMs + LOCKED_AHEAD_MS;
}

/** How many of the stops that are still to be driven to come before the first place where another may be put in. */
export function lockedCount(itinerary: readonly Stop[], { arrivals }: Estimate, nowMs: number): number {
  return itinerary.findLastIndex((stop) => isLocked(stop, arrivals.get(stop.id) ?? null, nowMs)) + 1;
}
