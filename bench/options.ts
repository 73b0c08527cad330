/**
 * What can still be done with a parcel on a route of 150 stops, beside five other routes of 150: milliseconds an answer, all six
 * options, every place of every route judged. Once as a day is, with a promise at every third stop and an hour's room around it; once
 * so tight that every place breaks something, so that none can be left untried. Reference: one estimate of one such route.
 * Run: npm run bench:options -- [answers]
 */
import { systemClock } from '../src/clock';
import { createRandom } from '../src/random';
import { estimateTimes } from '../src/routes/planning/estimate';
import type { OptionsQuestion } from '../src/routes/planning/option';
import { optionsFor } from '../src/routes/planning/options';
import { straightLine } from '../src/routes/planning/travel';
import type { Place, Route } from '../src/routes/route';
import { nearestNeighbour } from '../test/support/a-round';
import { anAddress, aRoute, aStop, MINUTE, NINE } from '../test/support/a-route';
import { medianOf } from './support/rounds';

const [, , answers = '1000'] = process.argv;
const STOPS = 150;
const OTHERS = 5;
const MOST_MS = 20;
const WARM_UP = 50;
const NOW_MS = NINE - 30 * MINUTE;

const random = createRandom(7);

function place(): Place {
  return { lat: 51.45 + random() * 0.1, lon: 3.6 + random() * 0.15 };
}

/** A route that is planned as it will be driven, and promised to be so within `roomMs`. */
function route(id: string, roomMs: number): Route {
  const start = place();
  const places = nearestNeighbour(start, Array.from({ length: STOPS }, place));
  const stops = places.map((each, index) => aStop(`${id}-${index}`, { place: each }));
  const plain = aRoute(stops, { id, start });
  const { arrivals, endMs } = estimateTimes(plain, NOW_MS, straightLine);
  const promised = plain.stops.map((stop, index) => {
    const plannedAtMs = arrivals.get(stop.id) ?? null;
    if (plannedAtMs === null || index % 3 !== 0) return { ...stop, plannedAtMs };
    const window = {
      fromMs: plannedAtMs - roomMs,
      untilMs: plannedAtMs + roomMs,
      state: 'promised' as const,
    };
    return { ...stop, plannedAtMs, window };
  });
  return { ...plain, stops: promised, endsAtMs: (endMs ?? 0) + roomMs };
}

function question(roomMs: number): OptionsQuestion {
  const own = route('own', roomMs);
  return {
    nowMs: NOW_MS,
    travelMs: straightLine,
    shipmentId: `parcel of own-${Math.floor(random() * STOPS)}`,
    address: anAddress('new'),
    place: place(),
    isOnBoard: false,
    isFinal: false,
    route: own,
    others: Array.from({ length: OTHERS }, (_, index) => route(`other ${index}`, roomMs)),
    depots: [],
    transferTo: null,
    depot: own.depot,
    mayBreakPromises: false,
    costs: {},
  };
}

function msOf(work: () => unknown): number {
  const startedMs = systemClock.monotonicMs();
  work();
  return systemClock.monotonicMs() - startedMs;
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;
}

function measure(name: string, roomMs: number): void {
  const questions = Array.from({ length: 20 }, () => question(roomMs));
  const at = (index: number) => questions[index % questions.length]!;
  for (let index = 0; index < WARM_UP; index++) optionsFor(at(index));
  const times = Array.from({ length: Number(answers) }, (_, index) => msOf(() => optionsFor(at(index))));
  const open = medianOf(questions.map((each) => optionsFor(each).filter(({ allowed }) => allowed).length));
  const p99 = percentile(times, 0.99);
  console.log(
    `${name}  median ${medianOf(times).toFixed(2)} ms, p99 ${p99.toFixed(2)} ms (≤ ${MOST_MS} ms) ` +
      `${p99 <= MOST_MS ? 'reached' : 'SHORT'}; ${open} of 6 options open`,
  );
}

measure('as a day is', 60 * MINUTE);
measure('too tight  ', 0);
const own = route('own', 60 * MINUTE);
const estimates = Array.from({ length: 1_000 }, () => msOf(() => estimateTimes(own, NOW_MS, straightLine)));
console.log(`reference    one estimate of one route: median ${medianOf(estimates).toFixed(3)} ms`);
