import type { InsertionQuestion } from '../../../src/routes/planning/cheapest-place';
import { insertStop } from '../../../src/routes/planning/insert-stop';
import { isLocked } from '../../../src/routes/planning/locked';
import type { Place, Route, Stop } from '../../../src/routes/route';
import {
  alongTheLine,
  anAddress,
  aRoute,
  aStop,
  at,
  done,
  MINUTE,
  NINE,
  promised,
} from '../../support/a-route';

const underWay = { state: 'under_way' } as const;
const stop = (id: string, minutes: number, more: Partial<Stop> = {}) =>
  aStop(id, { place: at(minutes), ...more });

function ask(route: Route, place: Place | null, more: Partial<InsertionQuestion> = {}) {
  return insertStop({
    route,
    nowMs: NINE,
    travelMs: alongTheLine,
    shipmentId: 'not on the route',
    to: { address: anAddress('new'), place, serviceMs: 3 * MINUTE },
    mayBreakPromises: false,
    ...more,
  });
}

/** What is told of a place, in minutes. */
function told(answer: ReturnType<typeof ask>) {
  const { insertion, refusal } = answer;
  if (insertion === null) return refusal;
  const { afterStopId, joinsStopId, arriveMs, addedMs } = insertion;
  return {
    after: afterStopId,
    ...(joinsStopId === null ? {} : { joins: joinsStopId }),
    arrive: arriveMs === null ? null : (arriveMs - NINE) / MINUTE,
    added: addedMs === null ? null : addedMs / MINUTE,
  };
}

const three = [stop('a', 20), stop('b', 30), stop('c', 40)];

describe('the cheapest place for a new address', () => {
  it.each<[string, Route, Place | null, Partial<InsertionQuestion>, unknown]>([
    ['lies between its neighbours', aRoute(three), at(35), {}, { after: 'b', arrive: 41, added: 3 }],
    ['lies at the end', aRoute(three), at(45), {}, { after: 'c', arrive: 54, added: 8 }],
    ['lies at the start', aRoute(three), at(12), {}, { after: null, arrive: 12, added: 3 }],
    [
      'lies at the end of a route without stops',
      aRoute([]),
      at(12),
      {},
      { after: null, arrive: 12, added: 15 },
    ],
    [
      'is the earliest of several',
      aRoute([stop('a', 20), stop('b', 30), stop('c', 20), stop('d', 30)]),
      at(25),
      {},
      { after: 'a', arrive: 28, added: 3 },
    ],
    [
      'costs the least driving, where a promise that is waited for hides what it costs',
      aRoute([stop('a', 20), stop('b', 30), stop('c', 40, { window: promised(120, 180) })]),
      at(35),
      {},
      { after: 'b', arrive: 41, added: 0 },
    ],
    [
      'takes the old stop’s time off',
      aRoute([stop('a', 20), stop('far', 60), stop('b', 30)]),
      at(25),
      { shipmentId: 'parcel of far' },
      { after: 'a', arrive: 28, added: -60 },
    ],
    [
      'leaves the old stop where something else is handed over there',
      aRoute([stop('a', 20), stop('far', 60, { shipmentIds: ['p', 'q'] }), stop('b', 30)]),
      at(25),
      { shipmentId: 'p' },
      { after: 'a', arrive: 28, added: 3 },
    ],
    [
      'is the old stop’s own place where that is best',
      aRoute([stop('a', 20), stop('old', 30), stop('b', 40)]),
      at(32),
      { shipmentId: 'parcel of old' },
      { after: 'a', arrive: 35, added: 0 },
    ],
    [
      'is not before a stop that is nearer than ten minutes',
      aRoute([stop('a', 5), stop('b', 20)]),
      at(3),
      {},
      { after: 'a', arrive: 10, added: 7 },
    ],
    [
      'is not nearer itself than ten minutes',
      aRoute([stop('a', 20), stop('b', 30)]),
      at(9),
      {},
      { after: 'b', arrive: 57, added: 24 },
    ],
    [
      'is not before the stop that is driven to, however far',
      aRoute([stop('a', 40, { state: 'next' }), stop('b', 50)], underWay),
      at(20),
      {},
      { after: 'b', arrive: 86, added: 33 },
    ],
    [
      'is behind the stop where the driver is',
      aRoute([stop('a', 40, { state: 'arrived', arrivedAtMs: NINE }), stop('b', 60)], underWay),
      at(50),
      {},
      { after: 'a', arrive: 13, added: 3 },
    ],
    [
      'is behind what was done last',
      aRoute([done('x', -9, -1, { place: at(0) }), stop('b', 60)], underWay),
      at(30),
      {},
      { after: 'x', arrive: 29, added: 3 },
    ],
    [
      'lets the old stop go that is driven to: the parcel is still in the van',
      aRoute([stop('a', 5, { state: 'next' }), stop('b', 60)], underWay),
      at(30),
      { shipmentId: 'parcel of a' },
      { after: null, arrive: 30, added: 0 },
    ],
    [
      'joins the stop of the same address',
      aRoute([stop('a', 20), stop('b', 30, { address: anAddress('NEW', { city: 'zeewijk' }) })]),
      at(30),
      { shipmentId: 'parcel of a' },
      { after: null, joins: 'b', arrive: 30, added: -3 },
    ],
    [
      'does not join one that is locked',
      aRoute([stop('a', 5, { address: anAddress('new') }), stop('b', 60)]),
      at(5),
      {},
      { after: 'b', arrive: 121, added: 58 },
    ],
    [
      'joins its own old stop where nothing changes',
      aRoute([stop('a', 20, { address: anAddress('new') })]),
      at(20),
      { shipmentId: 'parcel of a' },
      { after: null, joins: 'a', arrive: 20, added: 0 },
    ],
    [
      'goes to the old place in the sequence without coordinates',
      aRoute(three),
      null,
      { shipmentId: 'parcel of b' },
      { after: 'a', arrive: null, added: 0 },
    ],
    [
      'goes to the end without those and an old place',
      aRoute(three),
      null,
      {},
      { after: 'c', arrive: null, added: 3 },
    ],
  ])('%s', (...[, route, place, more, expected]) => {
    expect(told(ask(route, place, more))).toEqual(expected);
  });

  it('keeps what others were promised, though another place costs less', () => {
    const route = aRoute([stop('a', 20), stop('b', 30), stop('c', 40, { window: promised(0, 46) })]);
    expect(told(ask(route, at(35)))).toEqual({ after: 'c', arrive: 54, added: 8 });
    expect(told(ask(route, at(35), { mayBreakPromises: true }))).toEqual({
      after: 'c',
      arrive: 54,
      added: 8,
    });
  });

  it('breaks nothing where every place breaks something, unless that is allowed', () => {
    const late = stop('c', 40, { window: promised(0, 46) });
    const route = aRoute([stop('a', 20), stop('b', 30), late], { endsAtMs: NINE + 52 * MINUTE });
    expect(told(ask(route, at(35)))).toBe('breaks_promises');
    const { insertion } = ask(route, at(35), { mayBreakPromises: true });
    expect(insertion).toMatchObject({ afterStopId: 'b', exceedsShift: false });
    expect(insertion?.moves).toEqual([
      { stopId: 'c', movesMs: 3 * MINUTE, window: late.window, breaks: true },
    ]);
  });

  it('may leave a window as late as it was already, and no later', () => {
    const late = (minutes: number) => stop('c', minutes, { window: promised(0, 30) });
    expect(told(ask(aRoute([stop('a', 20), late(40)]), at(30)))).toMatchObject({ after: 'c' });
    const old = stop('old', 50);
    const better = ask(aRoute([stop('a', 20), old, late(40)]), at(30), { shipmentId: 'parcel of old' });
    expect(told(better)).toMatchObject({ after: 'a', added: -20 });
    expect(better.insertion?.moves).toMatchObject([{ stopId: 'c', movesMs: -20 * MINUTE, breaks: false }]);
  });

  it('minds estimated windows not at all, and says how they move', () => {
    const { insertion } = ask(
      aRoute([stop('a', 20), stop('c', 40, { window: promised(0, 44, 'estimated') })]),
      at(30),
    );
    expect(insertion?.moves).toMatchObject([{ stopId: 'c', movesMs: 3 * MINUTE, breaks: false }]);
  });

  const tight = stop('c', 40, { window: promised(0, 40) });
  it.each([
    [
      'breaks_promises',
      aRoute([tight, stop('d', 80, { window: promised(0, 83) })], { endsAtMs: NINE + 86 * MINUTE }),
      at(60),
    ],
    ['exceeds_shift', aRoute([tight], { endsAtMs: NINE + 43 * MINUTE }), at(60)],
    ['too_late', aRoute([stop('a', 2, { state: 'arrived', arrivedAtMs: NINE })], underWay), at(4)],
  ])('is refused as %s where there is none', (refusal, route, place) => {
    expect(told(ask(route, place))).toBe(refusal);
  });
});

describe('a stop is locked', () => {
  it.each<[Partial<Stop>, number | null, boolean]>([
    [{ state: 'planned' }, 10, false],
    [{ state: 'planned' }, 9.99, true],
    [{ state: 'planned' }, null, false],
    [{ state: 'next' }, 60, true],
    [{ state: 'arrived' }, 60, true],
    [{ state: 'completed' }, null, true],
    [{ state: 'failed' }, null, true],
    [{ state: 'skipped' }, null, true],
  ])('or not: %j, %p minutes away: %p', (more, minutes, expected) => {
    expect(isLocked(aStop('a', more), minutes === null ? null : NINE + minutes * MINUTE, NINE)).toBe(
      expected,
    );
  });
});
