import type { Stop } from '../../src/routes/route';
import { estimateTimes, type Estimate } from '../../src/routes/planning/estimate';
import type { InsertionQuestion } from '../../src/routes/planning/cheapest-place';
import { isDone } from '../../src/routes/states';
import { aStop, MINUTE } from './a-route';

const NEW = 'new';

/** A place that was tried by making the whole route anew and estimating all of it. */
export interface NaivePlace {
  index: number;
  estimate: Estimate;
  arriveMs: number | null;
  isTooNear: boolean;
  breaks: boolean;
  exceeds: boolean;
  /** How much later what comes after it is reached, or done. */
  delayMs: number;
}

export interface NaiveAnswer {
  places: readonly NaivePlace[];
  best: NaivePlace | null;
  /** How many of the undone stops are locked. */
  locked: number;
  before: Estimate;
}

/** Every place behind the last locked stop, judged from scratch; slow, and written without a look at the real thing. */
export function naiveInsertion(question: InsertionQuestion): NaiveAnswer {
  const { route, nowMs, travelMs } = question;
  const before = estimateTimes(route, nowMs, travelMs);
  const order = [...before.arrivals.keys()].map((id) => route.stops.find((stop) => stop.id === id)!);
  let locked = 0;
  order.forEach((stop, index) => {
    const arriveMs = before.arrivals.get(stop.id);
    const isNear = typeof arriveMs === 'number' && arriveMs - nowMs < 10 * MINUTE;
    if (stop.state !== 'planned' || isNear) locked = index + 1;
  });
  const old = order.find((stop) => stop.shipmentIds.includes(question.shipmentId));
  const gone = old?.shipmentIds.length === 1 ? old : undefined;
  const rest = order.filter((stop) => stop !== gone);
  const open = order.slice(0, locked).filter((stop) => stop !== gone).length;
  const places: NaivePlace[] = [];
  for (let index = open; index <= rest.length; index++) {
    places.push(placeAt(question, { before, rest, gone, index }));
  }
  return { places, best: bestOf(question, places), locked, before };
}

function placeAt(
  { route, nowMs, travelMs, to }: InsertionQuestion,
  { before, rest, gone, index }: { before: Estimate; rest: Stop[]; gone: Stop | undefined; index: number },
): NaivePlace {
  const stop = aStop(NEW, { ...to, shipmentIds: [] });
  // Where the driver is at the very stop that goes, he is done there now.
  const leaving =
    gone?.state === 'arrived' ? [{ ...gone, state: 'completed' as const, doneAtMs: nowMs }] : [];
  const past = [...route.stops.filter(({ state }) => isDone(state)), ...leaving];
  const stops = [...past, ...rest.slice(0, index), stop, ...rest.slice(index)];
  const estimate = estimateTimes({ ...route, stops }, nowMs, travelMs);
  const without = estimateTimes({ ...route, stops: [...past, ...rest] }, nowMs, travelMs);
  const next = rest[index];
  const delay = (reached: (estimated: Estimate) => number | null) => {
    const [withMs, withoutMs] = [reached(estimate), reached(without)];
    return withMs === null || withoutMs === null ? null : withMs - withoutMs;
  };
  const arriveMs = estimate.arrivals.get(NEW) ?? null;
  const isLater = (limitMs: number, wasMs: number | null, isMs: number | null) =>
    isMs !== null && isMs > limitMs && (wasMs === null || wasMs <= limitMs || isMs > wasMs);
  return {
    index,
    estimate,
    arriveMs,
    isTooNear: arriveMs !== null && arriveMs - nowMs < 10 * MINUTE,
    breaks: rest.some(
      ({ id, window }) =>
        window?.state === 'promised' &&
        isLater(window.untilMs, before.arrivals.get(id) ?? null, estimate.arrivals.get(id) ?? null),
    ),
    delayMs:
      delay(({ arrivals }) => (next ? (arrivals.get(next.id) ?? null) : null)) ??
      delay(({ endMs }) => endMs) ??
      0,
    exceeds: isLater(route.endsAtMs, before.endMs, estimate.endMs),
  };
}

/** The one where the route ends first; of those where the next stop is delayed least; of those the first. */
function bestOf({ mayBreakPromises }: InsertionQuestion, places: readonly NaivePlace[]): NaivePlace | null {
  const inTime = places.filter(({ isTooNear }) => !isTooNear);
  const clean = inTime.filter(({ breaks, exceeds }) => !breaks && !exceeds);
  const open = clean.length === 0 && mayBreakPromises ? inTime : clean;
  const least = (some: readonly NaivePlace[], by: (place: NaivePlace) => number) =>
    some.filter((place) => by(place) === Math.min(...some.map(by)));
  return (
    least(
      least(open, ({ estimate }) => estimate.endMs ?? 0),
      ({ delayMs }) => delayMs,
    )[0] ?? null
  );
}
