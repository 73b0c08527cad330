import type { Stop } from '../route';
import { arrivalIn, breaksPromise, courseWithout, tryAt, type Tried } from './candidate';
import { cheapestPlace, exceedsShift, type InsertionQuestion, type Trial } from './cheapest-place';
import { estimateTimes, type Estimate } from './estimate';
import { newStopAt, type Insertion, type NoInsertion, type WindowMove } from './insertion';
import { goesWith, itineraryOf, lastStopBeenAt, stopOf } from './itinerary';
import { lockedCount } from './locked';
import { isSameAddress } from './same-address';
import { remembering } from './travel';

export type InsertionAnswer =
  { insertion: Insertion; refusal: null } | { insertion: null; refusal: NoInsertion };

/** A stop that is only tried has no id and no parcels yet. */
const NAMELESS = { id: '', shipmentIds: [], window: null };

/**
 * The cheapest place for a parcel's new address among the stops of a route that are not locked, also right at the end. The
 * parcel is taken from the stop where it was, which goes with it if nothing else is handed over there. An address where the
 * driver will come anyway joins that stop.
 *
 * Cheapest is where the route ends earliest; of those where the next stop is delayed least; of those the earliest. No place is
 * nearer than a driver can be told, breaks another's promised window or outlasts the shift. Where that leaves none and
 * `mayBreakPromises` is given, the cheapest of those that break something. Without coordinates it is the parcel's old place
 * in the sequence, or else the end.
 */
export function insertStop(question: InsertionQuestion): InsertionAnswer {
  const { route, nowMs, shipmentId, to } = question;
  const travelMs = remembering(question.travelMs);
  const before = estimateTimes(route, nowMs, travelMs);
  const itinerary = itineraryOf(route.stops);
  const locked = lockedCount(itinerary, before, nowMs);
  const joined = itinerary.slice(locked).find(({ address }) => isSameAddress(address, to.address));
  const old = stopOf(route.stops, shipmentId);
  const gone = old !== null && old !== joined && goesWith(old, shipmentId) ? old : null;
  const course = courseWithout(route, gone, { nowMs, travelMs });
  const open = itinerary.slice(0, locked).filter(({ id }) => id !== gone?.id).length;
  const trial: Trial = {
    ...question,
    travelMs,
    before,
    course,
    open,
    stop: joined ? null : newStopAt(to, NAMELESS),
  };
  if (joined !== undefined) return { insertion: joining(trial, joined), refusal: null };
  const { best, refusal } = cheapestPlace(trial, placesFor(trial, gone));
  return best === null
    ? { insertion: null, refusal }
    : { insertion: toInsertion(trial, best), refusal: null };
}

function joining(trial: Trial, joined: Stop): Insertion {
  const { course, open } = trial;
  const tried = tryAt(course, null, open, trial);
  const index = course.stops.indexOf(joined);
  const insertion = toInsertion(trial, { ...tried, arriveMs: arrivalIn(course, tried, index) });
  return { ...insertion, afterStopId: stopBefore(trial, index), joinsStopId: joined.id, stopsBefore: index };
}

function placesFor({ course, open, to, route }: Trial, gone: Stop | null): number[] {
  const end = course.stops.length;
  if (to.place !== null) return Array.from({ length: end - open + 1 }, (_, offset) => open + offset);
  const oldIndex = gone === null ? end : itineraryOf(route.stops).indexOf(gone);
  return oldIndex >= open && oldIndex < end ? [oldIndex, end] : [end];
}

function toInsertion(trial: Trial, tried: Tried): Insertion {
  const { before } = trial;
  const { arriveMs, endMs, index } = tried;
  return {
    afterStopId: stopBefore(trial, index),
    joinsStopId: null,
    arriveMs,
    stopsBefore: index,
    addedMs: before.endMs === null || endMs === null ? null : endMs - before.endMs,
    moves: movesOf(trial, tried),
    endMs,
    exceedsShift: exceedsShift(trial, tried),
  };
}

function stopBefore({ course, route }: Trial, index: number): string | null {
  return course.stops[index - 1]?.id ?? lastStopBeenAt(route.stops)?.id ?? null;
}

function movesOf({ course, before }: Trial, tried: Tried): WindowMove[] {
  return course.stops.flatMap((stop, at) => moveOf(stop, before, arrivalIn(course, tried, at)) ?? []);
}

function moveOf(stop: Stop, before: Estimate, afterMs: number | null): WindowMove | null {
  const beforeMs = before.arrivals.get(stop.id) ?? null;
  if (stop.window === null || beforeMs === null || afterMs === null || afterMs === beforeMs) return null;
  return {
    stopId: stop.id,
    movesMs: afterMs - beforeMs,
    window: stop.window,
    breaks: breaksPromise(stop, before, afterMs),
  };
}
