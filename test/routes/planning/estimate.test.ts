import { estimateTimes } from '../../../src/routes/planning/estimate';
import type { Route, Stop } from '../../../src/routes/route';
import { alongTheLine, aRoute, aStop, at, done, MINUTE, NINE, promised } from '../../support/a-route';

/** Arrivals and the end, in minutes after nine. */
function estimated(route: Route, nowMinutes: number) {
  const { arrivals, endMs } = estimateTimes(route, NINE + nowMinutes * MINUTE, alongTheLine);
  const inMinutes = (ms: number | null) => (ms === null ? null : (ms - NINE) / MINUTE);
  return {
    ...Object.fromEntries([...arrivals].map(([id, ms]) => [id, inMinutes(ms)])),
    end: inMinutes(endMs),
  };
}

const underWay = { state: 'under_way' } as const;
const [a, b] = [aStop('a', { place: at(10) }), aStop('b', { place: at(12) })];
const planned = (minutes: number): Partial<Stop> => ({ plannedAtMs: NINE + minutes * MINUTE });

describe('estimated times', () => {
  it.each<[string, Route, number, object]>([
    ['from the start of the route', aRoute([a, b]), -30, { a: 10, b: 15, end: 18 }],
    ['from now where it is late', aRoute([a, b]), 20, { a: 30, b: 35, end: 38 }],
    [
      'from the stop that was left last, at its time',
      aRoute([done('x', 0, 4, { place: at(7) }), a, b], underWay),
      5,
      { a: 7, b: 12, end: 15 },
    ],
    [
      'never in the past',
      aRoute([done('x', 0, 4, { place: at(7) }), a, b], underWay),
      60,
      { a: 60, b: 65, end: 68 },
    ],
    [
      'from a position that is newer',
      aRoute([done('x', 0, 4, { place: at(7) }), a, b], {
        ...underWay,
        position: { ...at(4), atMs: NINE + 6 * MINUTE },
      }),
      6,
      { a: 12, b: 17, end: 20 },
    ],
    [
      'not from a position that is older than the stop',
      aRoute([done('x', 0, 4, { place: at(7) }), a], {
        ...underWay,
        position: { ...at(0), atMs: NINE + 3 * MINUTE },
      }),
      5,
      { a: 7, end: 10 },
    ],
    [
      'not from where a device is before the round begins',
      aRoute([a], { position: { ...at(9), atMs: NINE - MINUTE } }),
      0,
      { a: 10, end: 13 },
    ],
    [
      'with the rest of the service where the driver has arrived',
      aRoute([aStop('x', { state: 'arrived', arrivedAtMs: NINE + 4 * MINUTE, place: at(7) }), a], underWay),
      5,
      { x: 4, a: 10, end: 13 },
    ],
    [
      'from now where that service has taken longer than it should',
      aRoute([aStop('x', { state: 'arrived', arrivedAtMs: NINE + 4 * MINUTE, place: at(7) }), a], underWay),
      20,
      { x: 4, a: 23, end: 26 },
    ],
    [
      'first where he is on his way to, then in sequence',
      aRoute([a, { ...b, state: 'next' }], underWay),
      0,
      { b: 12, a: 17, end: 20 },
    ],
    [
      'not from a stop that was skipped from afar',
      aRoute([{ ...done('x', 0, 4, { place: at(90) }), state: 'skipped', arrivedAtMs: null }, a], underWay),
      5,
      { a: 15, end: 18 },
    ],
    [
      'from a stop where nobody was home',
      aRoute([{ ...done('x', 3, 4, { place: at(9) }), state: 'failed' }, a], underWay),
      4,
      { a: 5, end: 8 },
    ],
    [
      'with waiting for what was promised',
      aRoute([{ ...a, window: promised(30, 60) }, b]),
      0,
      { a: 10, b: 35, end: 38 },
    ],
    [
      'without waiting for an estimate',
      aRoute([{ ...a, window: promised(30, 60, 'estimated') }, b]),
      0,
      { a: 10, b: 15, end: 18 },
    ],
    [
      'with the travel time that is kept from the stop before',
      aRoute([a, { ...b, travel: { ms: 9 * MINUTE, fromStopId: 'a' } }]),
      0,
      { a: 10, b: 22, end: 25 },
    ],
    [
      'with the one that is kept from the start',
      aRoute([{ ...a, travel: { ms: MINUTE, fromStopId: null } }]),
      0,
      { a: 1, end: 4 },
    ],
    [
      'without the one from a stop that no longer comes before',
      aRoute([a, { ...b, travel: { ms: 9 * MINUTE, fromStopId: 'gone' } }]),
      0,
      { a: 10, b: 15, end: 18 },
    ],
    [
      'by the planner’s gap where a place is missing',
      aRoute([
        { ...a, ...planned(30) },
        { ...aStop('n'), ...planned(40) },
        { ...b, ...planned(45) },
      ]),
      0,
      { a: 10, n: 20, b: 25, end: 28 },
    ],
    [
      'not at all where that is missing too, and on from the last place that is known',
      aRoute([a, aStop('n'), b]),
      0,
      { a: 10, n: null, b: 18, end: 21 },
    ],
    [
      'from the plan where nothing is known of the start',
      aRoute([aStop('n'), { ...a, ...planned(40) }, b], { start: null }),
      0,
      { n: null, a: 40, b: 45, end: 48 },
    ],
    [
      'not at all where nothing is known',
      aRoute([a, b], { start: null }),
      0,
      { a: null, b: null, end: null },
    ],
    ['of nothing where all is done', aRoute([done('x', 0, 4)], underWay), 9, { end: 9 }],
  ])('go on %s', (_, route, now, expected) => {
    expect(estimated(route, now)).toEqual(expected);
  });
});
