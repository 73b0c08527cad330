import type { Route, Stop } from '../route';
import { advance, endOf, startOf, type Cursor, type Estimate, type Moment } from './estimate';
import { itineraryOf } from './itinerary';

/** A route as it will be driven once a parcel has been taken from it: what another stop can be put into. */
export interface Course {
  stops: readonly Stop[];
  /** Where the driver is before each of those stops, and at the end. */
  cursors: readonly Cursor[];
  arrivals: readonly (number | null)[];
  /** How much of a delay at each of those stops, and at the end, what comes after can take up. */
  slackMs: readonly number[];
}

/** The route without a stop. Where the driver is at that very stop, he is done there now. */
export function courseWithout(route: Route, gone: Stop | null, moment: Moment): Course {
  const stops = itineraryOf(route.stops).filter(({ id }) => id !== gone?.id);
  let cursor = startOf(
    gone?.state === 'arrived' ? leavingNow(route, gone, moment.nowMs) : route,
    moment.nowMs,
  );
  const cursors = [cursor];
  const arrivals: (number | null)[] = [];
  for (const stop of stops) {
    const step = advance(cursor, stop, moment);
    cursor = step.cursor;
    cursors.push(cursor);
    arrivals.push(step.arriveMs);
  }
  return { stops, cursors, arrivals, slackMs: slackOf(stops, arrivals) };
}

/** Waiting takes up a delay. Where places or times are missing, there is no telling: everything may. */
function slackOf(stops: readonly Stop[], arrivals: readonly (number | null)[]): number[] {
  const slackMs = [0];
  for (let at = stops.length - 1; at >= 0; at--) {
    slackMs.unshift((slackMs[0] ?? 0) + waitMs(stops[at], arrivals[at] ?? null));
  }
  return slackMs;
}

function waitMs(stop: Stop | undefined, arriveMs: number | null): number {
  if (arriveMs === null || !stop?.place) return Infinity;
  return stop.window?.state === 'promised' ? Math.max(0, stop.window.fromMs - arriveMs) : 0;
}

function leavingNow(route: Route, left: Stop, nowMs: number): Route {
  const asDone = (stop: Stop): Stop =>
    stop === left ? { ...stop, state: 'completed', doneAtMs: nowMs } : stop;
  return { ...route, stops: route.stops.map(asDone) };
}

/** The route with a stop put in at an index; or, without one, as it is. */
export interface Tried {
  index: number;
  arriveMs: number | null;
  /** How much later, for the stop, the next one is reached; or, where there is none or that is not known, the route ends. */
  delayMs: number;
  endMs: number | null;
  /** When the other stops from `index` on are reached. */
  arrivals: readonly (number | null)[];
}

/** Drives a course with a stop put in before the one at `index`. */
export function tryAt(course: Course, stop: Stop | null, index: number, moment: Moment): Tried {
  const before = cursorAt(course, index);
  const step = stop === null ? { arriveMs: null, cursor: before } : advance(before, stop, moment);
  const arrivals: (number | null)[] = [];
  let { cursor } = step;
  for (const other of course.stops.slice(index)) {
    const next = advance(cursor, other, moment);
    arrivals.push(next.arriveMs);
    cursor = next.cursor;
  }
  const endMs = endOf(cursor);
  const laterMs = difference(endMs, endOf(cursorAt(course, course.stops.length))) ?? 0;
  const delayMs = difference(arrivals[0], course.arrivals[index]) ?? laterMs;
  return { index, arriveMs: step.arriveMs, delayMs, endMs, arrivals };
}

/** Before when a route cannot end with a stop put in at an index: told from the next stop alone, without driving the rest. */
export function leastEndMs(course: Course, stop: Stop, index: number, moment: Moment): number {
  const { cursor } = advance(cursorAt(course, index), stop, moment);
  const next = course.stops[index];
  if (next === undefined) return endOf(cursor) ?? -Infinity;
  const delayMs = difference(advance(cursor, next, moment).arriveMs, course.arrivals[index]);
  const endMs = endOf(cursorAt(course, course.stops.length));
  if (delayMs === null || endMs === null) return -Infinity;
  return endMs + delayMs - (course.slackMs[index] ?? Infinity);
}

function cursorAt({ cursors }: Course, index: number): Cursor {
  const cursor = cursors[index];
  if (cursor === undefined)
    throw new Error('A course has a cursor before each of its stops and one at the end.');
  return cursor;
}

function difference(afterMs: number | null | undefined, beforeMs: number | null | undefined): number | null {
  if (typeof afterMs !== 'number' || typeof beforeMs !== 'number') return null;
  return afterMs - beforeMs;
}

/** Whether coming at `afterMs` breaks a promise: too late where it was in time before, or later than it already was. */
export function breaksUntil(untilMs: number, beforeMs: number | null, afterMs: number | null): boolean {
  if (afterMs === null || afterMs <= untilMs) return false;
  return beforeMs === null || beforeMs <= untilMs || afterMs > beforeMs;
}

/**
 * Whether a promised window is broken. Also before the place that is tried: a gap that is closed by an estimate may take longer
 * than by way of the stop that was there, by travel times that were kept.
 */
export function breaksAny(course: Course, tried: Tried, before: Estimate): boolean {
  return course.stops.some((stop, at) => breaksPromise(stop, before, arrivalIn(course, tried, at)));
}

/** When the stop at an index of the course is reached. */
export function arrivalIn(course: Course, { index, arrivals }: Tried, at: number): number | null {
  return (at < index ? course.arrivals[at] : arrivals[at - index]) ?? null;
}

export function breaksPromise({ id, window }: Stop, { arrivals }: Estimate, afterMs: number | null): boolean {
  return window?.state === 'promised' && breaksUntil(window.untilMs, arrivals.get(id) ?? null, afterMs);
}
