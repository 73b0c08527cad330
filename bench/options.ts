/**
 * What can still be done with a parcel on a route of 150 stops, beside five other routes of 150: milliseconds an answer, all six
 * options with insertions tried in every place of every route. Reference: one estimate of one such route.
 * Run: npm run bench:options -- [answers]
 */
import { systemClock } from '../src/clock';
import { createRandom } from '../src/random';
import { estimateTimes } from '../src/routes/planning/estimate';
import type { OptionsQuestion } from '../src/routes/planning/option';
import { optionsFor } from '../src/routes/planning/options';
import { straightLine } from '../src/routes/planning/travel';
import type { Place, Route, Stop } from '../src/routes/route';
import { anAddress, aRoute, aStop, MINUTE, NINE } from '../test/support/a-route';
import { medianOf } from './support/rounds';

const [, , answers = '1000'] = process.argv;
const STOPS = 150;
const OTHERS = 5;
const MOST_MS = 20;
const WARM_UP = 50;

const random = createRandom(7);

function place(): Place {
  return { lat: 51.45 + random() * 0.1, lon: 3.6 + random() * 0.15 };
}

/** Every third window promised, so that promises are in the way, and wide enough that most places are open. */
function stop(id: string, index: number): Stop {
  const plannedAtMs = NINE + (20 + index * 3) * MINUTE;
  const window = {
    fromMs: plannedAtMs - 60 * MINUTE,
    untilMs: plannedAtMs + 240 * MINUTE,
    state: 'promised' as const,
  };
  return aStop(`${id}-${index}`, { place: place(), plannedAtMs, window: index % 3 === 0 ? window : null });
}

function route(id: string, more: Partial<Route> = {}): Route {
  const stops = Array.from({ length: STOPS }, (_, index) => stop(id, index));
  return aRoute(stops, { id, start: place(), endsAtMs: NINE + 2_000 * MINUTE, ...more });
}

function question(): OptionsQuestion {
  const own = route('own');
  const others = Array.from({ length: OTHERS }, (_, index) => route(`other ${index}`));
  return {
    nowMs: NINE - 30 * MINUTE,
    travelMs: straightLine,
    shipmentId: `parcel of own-${Math.floor(random() * STOPS)}`,
    address: anAddress('new'),
    place: place(),
    isOnBoard: false,
    isFinal: false,
    route: own,
    others,
    depots: [],
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

const questions = Array.from({ length: 20 }, question);
const pick = (index: number) => questions[index % questions.length]!;
for (let index = 0; index < WARM_UP; index++) optionsFor(pick(index));
const times: number[] = [];
const estimates: number[] = [];
for (let index = 0; index < Number(answers); index++) {
  const asked = pick(index);
  times.push(msOf(() => optionsFor(asked)));
  estimates.push(msOf(() => estimateTimes(asked.route!, asked.nowMs, asked.travelMs)));
}
const p99 = [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? Number.NaN;
const open = questions.map((asked) => optionsFor(asked).filter(({ allowed }) => allowed).length);
console.log(`${times.length} answers, ${medianOf(open)} of 6 options open`);
console.log(
  `options   median ${medianOf(times).toFixed(2)} ms, p99 ${p99.toFixed(2)} ms (≤ ${MOST_MS} ms) ${p99 <= MOST_MS ? 'reached' : 'SHORT'}`,
);
console.log(
  `reference one estimate of a route of ${STOPS} stops: median ${medianOf(estimates).toFixed(3)} ms`,
);
