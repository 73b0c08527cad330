import type { Place, Route, Stop } from '../route';
import { itineraryOf, lastStopBeenAt, leftMs } from './itinerary';
import type { TravelMs } from './travel';

/** When a route's undone stops will be reached. Times are milliseconds since 1970. */
export interface Estimate {
  /** Of each undone stop, in the order in which they are driven to; null where nothing is known to go by. */
  arrivals: ReadonlyMap<string, number | null>;
  /** When the last stop will be done, the drive back to the depot not counted; null where nothing is known to go by. */
  endMs: number | null;
}

/** By what times are estimated. */
export interface Moment {
  nowMs: number;
  travelMs: TravelMs;
}

/** Where a driver is or will be when he drives on. */
export interface Cursor {
  /** The stop that he leaves, null for the start; undefined where he is under way, and no kept travel time begins. */
  fromStopId: string | null | undefined;
  /** null where that stop has no place. */
  place: Place | null;
  /** The last place on the way that is known. */
  lastPlace: Place | null;
  /** From when he drives on; null where that is not known. */
  freeMs: number | null;
  /** How far he is behind the planned times, where they are known. */
  behindMs: number | null;
  /** Nothing from here on comes earlier. */
  notBeforeMs: number;
}

/**
 * When each undone stop will be reached, and when the route will end. From the latest thing known (a stop that was left or
 * arrived at, a newer position, or else the start, late if it is late) stop by stop: the drive, waiting for a promised window
 * to begin, the service. What the road takes is the stop's own `travel` where that is from the stop that now comes before,
 * otherwise asked of `travelMs`. Where a place is missing the planner's times say how long it takes; where those are missing
 * too, the stop's arrival is null, and the next is estimated as though it lay on the way. Nothing undone is estimated in the
 * past, but for a stop where the driver has arrived: that one's arrival is what was reported.
 */
export function estimateTimes(route: Route, nowMs: number, travelMs: TravelMs): Estimate {
  const arrivals = new Map<string, number | null>();
  let cursor = startOf(route, nowMs);
  for (const stop of itineraryOf(route.stops)) {
    const step = advance(cursor, stop, { nowMs, travelMs });
    arrivals.set(stop.id, step.arriveMs);
    cursor = step.cursor;
  }
  return { arrivals, endMs: endOf(cursor) };
}

/** The time at which the last stop before a cursor is done. */
export function endOf({ freeMs, notBeforeMs }: Cursor): number | null {
  return freeMs === null ? null : Math.max(freeMs, notBeforeMs);
}

/** Where the driver is, by the latest that is known of him. */
export function startOf(route: Route, nowMs: number): Cursor {
  const last = lastStopBeenAt(route.stops);
  const known = last === null ? fromStart(route, nowMs) : fromStop(last, nowMs);
  const { position, state } = route;
  // Before the round begins, a device may be anywhere; the parcels are at the depot.
  const isNewer =
    position !== null && state === 'under_way' && (last === null || position.atMs > leftMs(last));
  if (!isNewer) return known;
  return { ...known, fromStopId: undefined, place: position, lastPlace: position, freeMs: position.atMs };
}

function fromStart({ start, startsAtMs, state }: Route, nowMs: number): Cursor {
  const freeMs = state === 'under_way' ? nowMs : Math.max(startsAtMs, nowMs);
  return {
    fromStopId: null,
    place: start,
    lastPlace: start,
    freeMs,
    behindMs: freeMs - startsAtMs,
    notBeforeMs: freeMs,
  };
}

function fromStop(stop: Stop, nowMs: number): Cursor {
  return {
    fromStopId: stop.id,
    place: stop.place,
    lastPlace: stop.place,
    freeMs: leftMs(stop),
    behindMs: behindPlan(stop, leftMs(stop)),
    notBeforeMs: nowMs,
  };
}

function behindPlan({ plannedAtMs, serviceMs }: Stop, leaveMs: number): number | null {
  return plannedAtMs === null ? null : leaveMs - (plannedAtMs + serviceMs);
}

/** Drives on to a stop and does it: when it is reached, and where the driver is after it. */
export function advance(
  cursor: Cursor,
  stop: Stop,
  moment: Moment,
): { arriveMs: number | null; cursor: Cursor } {
  const arriveMs = arrivalAt(cursor, stop, moment);
  return { arriveMs, cursor: arriveMs === null ? passing(cursor, stop) : leaving(cursor, stop, arriveMs) };
}

function arrivalAt(cursor: Cursor, stop: Stop, { nowMs, travelMs }: Moment): number | null {
  if (stop.state === 'arrived') return stop.arrivedAtMs ?? nowMs;
  const reachedMs = reached(cursor, stop, travelMs);
  return reachedMs === null ? null : Math.max(cursor.notBeforeMs, reachedMs);
}

function reached(cursor: Cursor, stop: Stop, travelMs: TravelMs): number | null {
  const { fromStopId, freeMs, behindMs, place, lastPlace } = cursor;
  const { plannedAtMs } = stop;
  if (freeMs === null) return plannedAtMs;
  if (stop.travel !== null && stop.travel.fromStopId === fromStopId) return freeMs + stop.travel.ms;
  if (stop.place !== null && place !== null) return freeMs + travelMs(place, stop.place);
  if (plannedAtMs !== null && behindMs !== null) return Math.max(freeMs, plannedAtMs + behindMs);
  if (stop.place !== null && lastPlace !== null) return freeMs + travelMs(lastPlace, stop.place);
  return plannedAtMs;
}

function leaving(cursor: Cursor, stop: Stop, arriveMs: number): Cursor {
  const beginMs = stop.window?.state === 'promised' ? Math.max(arriveMs, stop.window.fromMs) : arriveMs;
  const leaveMs = Math.max(cursor.notBeforeMs, beginMs + stop.serviceMs);
  return {
    fromStopId: stop.id,
    place: stop.place,
    lastPlace: stop.place ?? cursor.lastPlace,
    freeMs: leaveMs,
    behindMs: behindPlan(stop, leaveMs),
    notBeforeMs: leaveMs,
  };
}

/** As though the stop lay on the way: its service is added, what the road to it takes is not known. */
function passing(cursor: Cursor, stop: Stop): Cursor {
  const { freeMs, lastPlace } = cursor;
  const isLost = freeMs === null || lastPlace === null;
  return { ...cursor, fromStopId: stop.id, place: null, freeMs: isLost ? null : freeMs + stop.serviceMs };
}
