import type { Place, Route, Stop, Window } from '../../src/routes/route';
import type { StopState } from '../../src/routes/states';
import type { InsertionQuestion } from '../../src/routes/planning/cheapest-place';
import { straightLine } from '../../src/routes/planning/travel';
import { createRandom } from '../../src/random';
import { anAddress, aRoute, aStop, MINUTE, NINE } from './a-route';

/** Numbers from 0, below a limit. */
type Below = (limit: number) => number;

const MOST_STOPS = 16;
/** Half the width of a round, in degrees: some five kilometres. */
const REACH = 0.05;

/**
 * A parcel and a route in any state, with all that makes a place among its stops hard to find: promises that hold or are broken
 * already, stops that are done, arrived at, driven to out of turn, without coordinates or plan, kept travel times, a shift that
 * is too short, parcels that share a stop.
 */
export function anyQuestion(seed: number): InsertionQuestion {
  const random = createRandom(seed);
  const below: Below = (limit) => Math.floor(random() * limit);
  const nowMs = NINE + below(240) * MINUTE;
  const route = anyRoute(below, nowMs);
  return {
    route,
    nowMs,
    travelMs: straightLine,
    shipmentId: anyParcel(below, route.stops),
    to: {
      address: anAddress(`s${below(40)}`),
      place: anyPlace(below, 20),
      serviceMs: (1 + below(5)) * MINUTE,
    },
    mayBreakPromises: below(4) === 0,
  };
}

function anyRoute(below: Below, nowMs: number): Route {
  const count = below(MOST_STOPS);
  const doneCount = below(2) === 0 ? 0 : below(count + 1);
  const stops: Stop[] = [];
  let clockMs = nowMs - doneCount * 8 * MINUTE;
  for (let index = 0; index < count; index++) {
    const stop = anyStop(below, `s${index}`, clockMs);
    stops.push(index < doneCount ? asDone(below, stop, Math.min(clockMs, nowMs)) : stop);
    clockMs += (3 + below(12)) * MINUTE;
  }
  const isUnderWay = doneCount > 0 || below(2) === 0;
  if (isUnderWay) turnTo(below, stops, nowMs);
  return aRoute(withKept(below, stops), {
    state: isUnderWay ? 'under_way' : 'planned',
    start: anyPlace(below, 8),
    startsAtMs: nowMs + (isUnderWay ? -below(200) : below(60) - 20) * MINUTE,
    endsAtMs: nowMs + below(300) * MINUTE,
    position: below(3) === 0 ? positionOf(below, nowMs) : null,
  });
}

function anyPlace(below: Below, oneInNowhere: number): Place | null {
  if (below(oneInNowhere) === 0) return null;
  return { lat: 51.5 + (below(2000) / 1000 - 1) * REACH, lon: 3.7 + (below(2000) / 1000 - 1) * REACH };
}

function positionOf(below: Below, nowMs: number): Route['position'] {
  const place = anyPlace(below, Infinity);
  return place && { ...place, atMs: nowMs - below(30) * MINUTE };
}

function anyStop(below: Below, id: string, plannedAtMs: number): Stop {
  const shipmentIds = Array.from({ length: 1 + below(3) }, (_, index) => `${id}-${index}`);
  return aStop(id, {
    shipmentIds: below(2) === 0 ? shipmentIds : shipmentIds.slice(0, 1),
    place: anyPlace(below, 10),
    serviceMs: below(6) * MINUTE,
    plannedAtMs: below(5) === 0 ? null : plannedAtMs,
    window: anyWindow(below, plannedAtMs),
  });
}

function anyWindow(below: Below, aroundMs: number): Window | null {
  if (below(3) === 0) return null;
  const fromMs = aroundMs + (below(60) - 40) * MINUTE;
  return {
    fromMs,
    untilMs: fromMs + (20 + below(60)) * MINUTE,
    state: below(4) === 0 ? 'estimated' : 'promised',
  };
}

function asDone(below: Below, stop: Stop, atMs: number): Stop {
  const state: StopState =
    (['completed', 'completed', 'failed', 'skipped'] as const)[below(4)] ?? 'completed';
  const arrivedAtMs = below(4) === 0 ? null : atMs - stop.serviceMs;
  return { ...stop, state, arrivedAtMs, doneAtMs: atMs };
}

/** The driver goes to, or is at, one of the undone stops; not always the first. */
function turnTo(below: Below, stops: Stop[], nowMs: number): void {
  const undone = stops.flatMap(({ state }, index) => (state === 'planned' ? [index] : []));
  const index = undone[below(3) === 0 ? below(undone.length) : 0];
  const stop = index === undefined ? undefined : stops[index];
  if (index === undefined || stop === undefined || below(4) === 0) return;
  const isThere = below(2) === 0;
  stops[index] = isThere
    ? { ...stop, state: 'arrived', arrivedAtMs: nowMs - below(5) * MINUTE }
    : { ...stop, state: 'next' };
}

function withKept(below: Below, stops: readonly Stop[]): Stop[] {
  return stops.map((stop, index) => {
    if (below(2) === 0) return stop;
    return { ...stop, travel: { ms: below(15) * MINUTE, fromStopId: stops[index - 1]?.id ?? null } };
  });
}

/** Mostly one that is still to be handed over. */
function anyParcel(below: Below, stops: readonly Stop[]): string {
  const from = below(5) === 0 ? stops : stops.filter(({ doneAtMs }) => doneAtMs === null);
  const ids = from.flatMap(({ shipmentIds }) => shipmentIds);
  return ids[below(ids.length + 1)] ?? 'not on the route';
}
