import { createPlaceOf } from '../../src/routes/plans/place-of';
import type { RoutePlan } from '../../src/routes/plans/plan';
import { readPlan } from '../../src/routes/plans/plan-schemas';
import { planDay } from '../../src/sample-day/plan-day';
import { planRoutes } from '../../src/sample-day/plan-routes';
import { readTown } from '../../src/sample-day/town';
import { sampleEdition } from '../support/sample-parts';

const date = '2026-11-26';
let routesOf: (seed: number, filledAt?: string) => RoutePlan[];
beforeAll(async () => {
  const register = await sampleEdition();
  const [town, placeOf] = [readTown(register), createPlaceOf(() => register)];
  routesOf = (seed, filledAt = '14:00') => {
    const { today } = planDay(town, { seed, date });
    const registered = today.map((planned, index) => ({ id: `snd_${index}`, planned }));
    const filledMs = Date.parse(`${date}T${filledAt}:00+01:00`);
    return planRoutes(registered, { seed, date, filledMs, placeOf });
  };
});

describe('the routes of the day', () => {
  it('are the same for the same seed and moment, and share no name with those of another', () => {
    expect(routesOf(1)).toEqual(routesOf(1));
    const names = [1, 2].flatMap((seed) => routesOf(seed)).map(({ reference }) => reference);
    expect(new Set(names).size).toBe(8);
  });

  it('are of both depots, each with a driver and a vehicle, and no parcel is on two of them', () => {
    const routes = routesOf(1);
    expect(routes.map(({ depot }) => depot)).toEqual(['ZLV', 'ZLV', 'MLH', 'MLH']);
    expect(new Set(routes.map(({ driver, vehicle }) => `${driver} ${vehicle}`)).size).toBe(4);
    const parcels = routes.flatMap(({ stops }) => stops.flatMap((stop) => stop.parcels));
    expect(new Set(parcels).size).toBe(parcels.length);
  });

  it.each(['00:00', '14:00', '23:59'])('are such as the API takes, filled in at %s', (filledAt) => {
    for (const plan of routesOf(3, filledAt)) expect(readPlan(sent(plan), 'en')).toEqual(plan);
  });

  it('are driven within their shifts, stop after stop, and one window in three is promised', () => {
    for (const { startsAtMs, endsAtMs, stops } of routesOf(1)) {
      const times = stops.map(({ plannedAtMs }) => plannedAtMs ?? 0);
      expect([startsAtMs, ...times, endsAtMs]).toEqual(
        [startsAtMs, ...times, endsAtMs].sort((a, b) => a - b),
      );
      const promised = stops.filter(({ window }) => window?.state === 'promised');
      expect(promised).toHaveLength(Math.ceil(stops.length / 3));
    }
  });
});

/** As the planning system would write it. */
function sent({ startsAtMs, endsAtMs, stops, ...plan }: RoutePlan) {
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    ...{ ...plan, startsAt: iso(startsAtMs), endsAt: iso(endsAtMs) },
    stops: stops.map(({ parcels, serviceMs, window, plannedAtMs, place }) => ({
      ...{ shipments: parcels, serviceMinutes: serviceMs / 60_000, place },
      plannedAt: plannedAtMs === null ? null : iso(plannedAtMs),
      window: window && {
        from: iso(window.fromMs),
        until: iso(window.untilMs),
        promised: window.state === 'promised',
      },
    })),
  };
}
