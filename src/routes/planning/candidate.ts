import type { Route, Stop } from '../route';
import { advance, endOf, startOf, type Cursor, type Estimate, type Moment } from './estimate';
import { itineraryOf } from './itinerary';

/** A route as it will be driven once a parcel has been taken from it: what another stop can be put into. */
export interface Course {
  stops: readonly Stop[];
  /** Where the driver is before each of those stops, and at the end. */
  cursors: readonly Cursor[];
  arrivals: readonly (number | null)[];
}

/** The route without a stop. Where the driver is at that very stop, he drives on from there at once. */
export function courseWithout(route: Route, gone: Stop | null, moment: Moment): Course {
  const stops = itineraryOf(route.stops).filter(({ id }) => id !== gone?.id);
  let cursor = startOf(route, moment.nowMs);
  if (gone?.state === 'arrived')
    cursor = advance(cursor, { ...gone, serviceMs: 0, window: null }, moment).cursor;
  const cursors = [cursor];
  const arrivals: (number | null)[] = [];
  for (const stop of stops) {
    const step = advance(cursor, stop, moment);
    cursor = step.cursor;
    cursors.push(cursor);
    arrivals.push(step.arriveMs);
  }
  return { stops, cursors, arrivals };
}

/** The route with a stop put in at an index; or, without one, as it is. */
export interface Tried {
  index: number;
  arriveMs: number | null;
  /** How much later, for the stop, the next one is reached; or, at the end, the route ends. */
  delayMs: number;
  endMs: number | null;
  /** When the other stops from `index` on are reached. */
  arrivals: readonly (number | null)[];
}

/** Drives a course with a stop put in before the one at `index`. */
export function tryAt(course: Course, stop: Stop | null, index: number, moment: Moment): Tried {
  const before = course.cursors[index] ?? course.cursors[0];
  if (before === undefined) throw new Error('A course has one cursor more than it has stops.');
  const step = stop === null ? null : advance(before, stop, moment);
  const arrivals: (number | null)[] = [];
  let cursor = step?.cursor ?? before;
  for (const other of course.stops.slice(index)) {
    const next = advance(cursor, other, moment);
    arrivals.push(next.arriveMs);
    cursor = next.cursor;
  }
  const endMs = endOf(cursor);
  const delayMs = difference(arrivals[0] ?? endMs, course.arrivals[index] ?? endOf(before));
  return { index, arriveMs: step?.arriveMs ?? null, delayMs, endMs, arrivals };
}

function difference(afterMs: number | null, beforeMs: number | null): number {
  return afterMs === null || beforeMs === null ? 0 : afterMs - beforeMs;
}

/** Whether coming at `afterMs` breaks a promise: too late where it was in time before, or later than it already was. */
export function breaksUntil(untilMs: number, beforeMs: number | null, afterMs: number | null): boolean {
  if (afterMs === null || afterMs <= untilMs) return false;
  return beforeMs === null || beforeMs <= untilMs || afterMs > beforeMs;
}

/** Whether a promised window of one of the stops is broken. */
export function breaksAny(course: Course, tried: Tried, before: Estimate): boolean {
  return tried.arrivals.some((afterMs, offset) => {
    const stop = course.stops[tried.index + offset];
    return stop !== undefined && breaksPromise(stop, before, afterMs);
  });
}

export function breaksPromise({ id, window }: Stop, { arrivals }: Estimate, afterMs: number | null): boolean {
  return window?.state === 'promised' && breaksUntil(window.untilMs, arrivals.get(id) ?? null, afterMs);
}
