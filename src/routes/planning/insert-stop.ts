import type { Route, Stop } from '../route';
import {
  arrivalIn,
  breaksAny,
  breaksPromise,
  breaksUntil,
  courseWithout,
  tryAt,
  type Course,
  type Tried,
} from './candidate';
import { estimateTimes, type Estimate, type Moment } from './estimate';
import type { Insertion, NewStop, NoInsertion, WindowMove } from './insertion';
import { goesWith, itineraryOf, lastStopBeenAt, stopOf } from './itinerary';
import { isTooNear, lockedCount } from './locked';
import { isSameAddress } from './same-address';

/** A parcel that is to go elsewhere on a route, whether it is on that route now or not. */
export interface InsertionQuestion extends Moment {
  route: Route;
  shipmentId: string;
  to: NewStop;
  /** Whether the agent said that promises to other customers, and the end of the shift, may be broken where need be. */
  mayBreakPromises: boolean;
}

export type InsertionAnswer =
  { insertion: Insertion; refusal: null } | { insertion: null; refusal: NoInsertion };

/** What every place that is tried is judged by. */
interface Trial extends InsertionQuestion {
  before: Estimate;
  course: Course;
  /** The first index where a stop may be put in. */
  open: number;
  /** The new stop; null where it joins another. */
  stop: Stop | null;
}

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
  const { route, nowMs, travelMs, shipmentId, to } = question;
  const before = estimateTimes(route, nowMs, travelMs);
  const itinerary = itineraryOf(route.stops);
  const locked = lockedCount(itinerary, before, nowMs);
  const joined = itinerary.slice(locked).find(({ address }) => isSameAddress(address, to.address));
  const old = stopOf(route.stops, shipmentId);
  const gone = old !== null && old !== joined && goesWith(old, shipmentId) ? old : null;
  const course = courseWithout(route, gone, question);
  const open = itinerary.slice(0, locked).filter(({ id }) => id !== gone?.id).length;
  const trial: Trial = { ...question, before, course, open, stop: joined ? null : planned(to) };
  return joined ? joining(trial, joined) : cheapest(trial, placesFor(trial, gone));
}

/** The new stop as it is to be driven to, before it has an id or a rank. */
function planned({ address, place, serviceMs }: NewStop): Stop {
  return {
    id: '',
    rank: 0,
    state: 'planned',
    shipmentIds: [],
    address,
    place,
    serviceMs,
    window: null,
    plannedAtMs: null,
    travel: null,
    failure: null,
    arrivedAtMs: null,
    doneAtMs: null,
  };
}

function joining(trial: Trial, joined: Stop): InsertionAnswer {
  const { course, open } = trial;
  const tried = tryAt(course, null, open, trial);
  const index = course.stops.indexOf(joined);
  const insertion = toInsertion(trial, { ...tried, arriveMs: tried.arrivals[index - open] ?? null });
  return {
    insertion: {
      ...insertion,
      afterStopId: stopBefore(trial, index),
      joinsStopId: joined.id,
      stopsBefore: index,
    },
    refusal: null,
  };
}

function placesFor({ course, open, to, route }: Trial, gone: Stop | null): number[] {
  const end = course.stops.length;
  if (to.place !== null) return Array.from({ length: end - open + 1 }, (_, offset) => open + offset);
  const oldIndex = gone === null ? end : itineraryOf(route.stops).indexOf(gone);
  return oldIndex >= open && oldIndex < end ? [oldIndex, end] : [end];
}

function cheapest(trial: Trial, places: readonly number[]): InsertionAnswer {
  const { course, stop, before, nowMs, mayBreakPromises, to } = trial;
  const tried = places
    .map((index) => tryAt(course, stop, index, trial))
    .filter(({ arriveMs }) => !isTooNear(arriveMs, nowMs));
  const order = to.place === null ? tried : tried.sort(cheaper);
  const kept = order.filter((one) => !breaksAny(course, one, before));
  const best = kept.find((one) => !exceeds(trial, one)) ?? (mayBreakPromises ? order[0] : undefined);
  if (best !== undefined) return { insertion: toInsertion(trial, best), refusal: null };
  return { insertion: null, refusal: refusalOf(order, kept) };
}

/** By what the cheapest place would break, which is what an agent would have to allow. */
function refusalOf([best]: readonly Tried[], kept: readonly Tried[]): NoInsertion {
  if (best === undefined) return 'too_late';
  return kept.includes(best) ? 'exceeds_shift' : 'breaks_promises';
}

function cheaper(one: Tried, other: Tried): number {
  const byEnd = (one.endMs ?? 0) - (other.endMs ?? 0);
  return byEnd || one.delayMs - other.delayMs || one.index - other.index;
}

function exceeds({ route, before }: Trial, { endMs }: Tried): boolean {
  return breaksUntil(route.endsAtMs, before.endMs, endMs);
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
    exceedsShift: exceeds(trial, tried),
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
