import {
  lastChanceOnRoute,
  type RouteProgress,
  type StopAhead,
} from '../../../src/routes/planning/last-chance';
import { MINUTE, NINE } from '../../support/a-route';

/** Under way since nine until eleven, on time, with five stops to come, of which the last is planned at 10:40. */
const route = (of: Partial<RouteProgress> = {}): RouteProgress => ({
  ...{ state: 'under_way', startsAtMs: NINE, endsAtMs: NINE + 120 * MINUTE, behindMs: 0 },
  toDo: { firstRank: 4, lastRank: 8, lastPlannedAtMs: NINE + 100 * MINUTE },
  ...of,
});
const stop = (of: Partial<StopAhead> = {}): StopAhead => ({
  ...{ state: 'planned', plannedAtMs: NINE + 60 * MINUTE, rank: 6 },
  ...of,
});
const noTimes = route({ toDo: { firstRank: 4, lastRank: 8, lastPlannedAtMs: null } });

describe('the last chance of a parcel on a route', () => {
  it.each<[string, StopAhead | null, RouteProgress, number | null]>([
    ['is when a route starts that has not left', stop(), route({ state: 'planned' }), 0],
    ['is none on a route that has ended', stop(), route({ state: 'ended' }), null],
    ['is none in a van that has no stop to come', stop({ state: 'failed' }), route({ toDo: null }), null],
    ['is ten minutes before its stop', stop(), route(), 50],
    ['comes later where the driver is behind', stop(), route({ behindMs: 25 * MINUTE }), 75],
    ['comes sooner where he is ahead', stop(), route({ behindMs: -5 * MINUTE }), 45],
    [
      'is that of the last stop where its own is too near',
      stop({ plannedAtMs: NINE + 9 * MINUTE }),
      route(),
      90,
    ],
    ['is that of the last stop where its own was passed by', stop({ state: 'skipped' }), route(), 90],
    [
      'is that of the last stop where the driver is on his way to its own',
      stop({ state: 'next' }),
      route(),
      90,
    ],
    ['is that of the last stop where it is to come back', null, route(), 90],
    ['goes by the sequence where no times are planned', stop({ plannedAtMs: null }), noTimes, 50],
    ['goes by the sequence to the last stop too', null, noTimes, 90],
  ])('%s', (_, at, on, minutes) => {
    const expected = minutes === null ? null : NINE + minutes * MINUTE;
    expect(lastChanceOnRoute(at, on, NINE)).toBe(expected);
  });

  it('has passed where the last stop is too near, and is not in the days of a plan long gone', () => {
    const nowMs = NINE + 300 * MINUTE;
    expect(lastChanceOnRoute(stop(), route(), nowMs)).toBe(nowMs - 10 * MINUTE);
  });
});
