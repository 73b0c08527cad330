import { applyInsertion, takeBack, type Redirection } from '../../../src/routes/planning/apply-insertion';
import { putBack, type PutBack } from '../../../src/routes/planning/put-back';
import type { Route, Stop } from '../../../src/routes/route';
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

const stop = (id: string, minutes: number, more: Partial<Stop> = {}) =>
  aStop(id, { place: at(minutes), ...more });
const to = { address: anAddress('new'), place: at(25), serviceMs: 2 * MINUTE };
const underWay = { state: 'under_way' } as const;

function redirect(
  route: Route,
  shipmentId: string,
  where: Partial<Redirection['at']>,
  more: Partial<Redirection> = {},
) {
  const place = { afterStopId: null, joinsStopId: null, ...where };
  return applyInsertion(
    route,
    { shipmentId, to, at: place, newStopId: 'new', window: null, ...more },
    alongTheLine,
  );
}

function undo(route: Route, change: Partial<PutBack> & Pick<PutBack, 'before'>, nowMinutes = 0) {
  const nowMs = NINE + nowMinutes * MINUTE;
  return putBack(
    route,
    { shipmentId: 'parcel of b', changedAtMs: NINE, newStopId: 'again', ...change },
    { nowMs, travelMs: alongTheLine },
  );
}

const ids = ({ stops }: { stops: readonly Stop[] }) => stops.map(({ id }) => id).join(' ');
const find = ({ stops }: { stops: readonly Stop[] }, id: string) => stops.find((each) => each.id === id);

describe('a parcel that goes elsewhere on its route', () => {
  const route = aRoute([stop('a', 20), stop('b', 30), stop('c', 40)]);

  it('gets a stop of its own between its neighbours, and its old stop goes', () => {
    const window = promised(10, 70, 'estimated');
    const after = redirect(route, 'parcel of b', { afterStopId: 'a' }, { window });
    expect(ids(after)).toBe('a new c');
    expect(find(after, 'new')).toEqual({
      ...aStop('new', {
        shipmentIds: ['parcel of b'],
        address: to.address,
        place: to.place,
        serviceMs: to.serviceMs,
        window,
      }),
      rank: 2,
      travel: { ms: 5 * MINUTE, fromStopId: 'a' },
    });
    expect(find(after, 'c')?.travel).toEqual({ ms: 15 * MINUTE, fromStopId: 'new' });
    expect(find(after, 'a')).toBe(route.stops[0]);
    expect(after.stopId).toBe('new');
    expect(after.before).toEqual({ stop: route.stops[1], afterStopId: 'a' });
  });

  it('leaves the old stop where something else is handed over there', () => {
    const shared = aRoute([stop('a', 20), stop('b', 30, { shipmentIds: ['p', 'q'] })]);
    const after = redirect(shared, 'p', { afterStopId: 'a' });
    expect(ids(after)).toBe('a new b');
    expect(find(after, 'b')?.shipmentIds).toEqual(['q']);
    expect(find(after, 'b')?.travel).toEqual({ ms: 5 * MINUTE, fromStopId: 'new' });
  });

  it('leaves a stop that is done, and the parcel is no longer there', () => {
    const failed = { ...done('b', -9, -5, { place: at(30) }), state: 'failed' as const };
    const after = redirect(aRoute([failed, stop('c', 40)], underWay), 'parcel of b', { afterStopId: 'b' });
    expect(ids(after)).toBe('b new c');
    expect(find(after, 'b')).toMatchObject({ state: 'failed', shipmentIds: [] });
    expect(find(after, 'new')?.travel).toEqual({ ms: 5 * MINUTE, fromStopId: 'b' });
  });

  it('joins a stop, and closes the gap that it leaves', () => {
    const after = redirect(route, 'parcel of b', { joinsStopId: 'c' });
    expect(ids(after)).toBe('a c');
    expect(find(after, 'c')).toMatchObject({
      shipmentIds: ['parcel of c', 'parcel of b'],
      travel: { ms: 20 * MINUTE, fromStopId: 'a' },
    });
    expect(after.stopId).toBe('c');
  });

  it('changes nothing where it joins the stop where it is', () => {
    const after = redirect(route, 'parcel of b', { joinsStopId: 'b' });
    expect(after.stops.map(({ shipmentIds }) => shipmentIds)).toEqual(
      route.stops.map(({ shipmentIds }) => shipmentIds),
    );
    expect(after.before).toBeNull();
  });

  it('comes from no stop where it was not on the route', () => {
    const after = redirect(route, 'stranger', { afterStopId: 'c' });
    expect([ids(after), after.before]).toEqual(['a b c new', null]);
  });

  it.each<[string, Route, string | null, string]>([
    ['first, from the start', route, null, 'new a b c'],
    [
      'behind the stop that is driven to out of turn: before all that is passed over',
      aRoute([stop('a', 20), stop('b', 30), stop('c', 40, { state: 'next' })], underWay),
      'c',
      'new a b c',
    ],
    [
      'first of what is left',
      aRoute([done('a', 0, 3), stop('b', 30), stop('c', 40)], underWay),
      'a',
      'a new b c',
    ],
    ['at the end', route, 'c', 'a b c new'],
    [
      'in between what is passed over',
      aRoute([stop('a', 20), stop('b', 30), stop('c', 40, { state: 'next' })], underWay),
      'a',
      'a new b c',
    ],
  ])('is put %s', (_, before, afterStopId, expected) => {
    expect(ids(redirect(before, 'stranger', { afterStopId }))).toBe(expected);
  });

  it('keeps no travel time where a place is missing', () => {
    const lost = aRoute([stop('a', 20), aStop('b', { travel: { ms: 1, fromStopId: 'a' } })]);
    const after = redirect(lost, 'stranger', { afterStopId: 'a' });
    expect(find(after, 'b')?.travel).toBeNull();
    expect(
      find(redirect(lost, 'x', { afterStopId: 'a' }, { to: { ...to, place: null } }), 'new')?.travel,
    ).toBeNull();
  });

  it('is taken off where it is not to be delivered', () => {
    const after = takeBack(route, 'parcel of b', alongTheLine);
    expect([ids(after), after.stopId]).toEqual(['a c', null]);
    expect(after.before).toEqual({ stop: route.stops[1], afterStopId: 'a' });
    expect(find(after, 'c')?.travel).toEqual({ ms: 20 * MINUTE, fromStopId: 'a' });
  });
});

describe('a parcel that is put back', () => {
  const route = aRoute([stop('a', 20), stop('b', 30), stop('c', 40), stop('d', 80)]);
  const changed = redirect(route, 'parcel of b', { afterStopId: 'd' });
  const before = changed.before!;
  const now = { ...route, stops: changed.stops };
  const during = (id: string, more: Partial<Stop>): Route => ({
    ...now,
    ...underWay,
    stops: now.stops.map((each) => (each.id === id ? { ...each, ...more } : each)),
  });

  it('has its old stop again, where it was, and the new one goes', () => {
    const after = undo(now, { before });
    expect(ids(after)).toBe('a b c d');
    expect(find(after, 'b')).toMatchObject({
      ...route.stops[1],
      travel: { ms: 10 * MINUTE, fromStopId: 'a' },
    });
    expect(after.stopId).toBe('b');
  });

  it('keeps its old place where only what comes before it has been done meanwhile', () => {
    const later = during('a', {
      state: 'completed',
      arrivedAtMs: NINE + 20 * MINUTE,
      doneAtMs: NINE + 23 * MINUTE,
    });
    expect(ids(undo(later, { before }, 23))).toBe('a b c d');
  });

  it('comes as soon as a stop can come, where the driver has been further on since', () => {
    const later = during('c', {
      state: 'completed',
      arrivedAtMs: NINE + 40 * MINUTE,
      doneAtMs: NINE + 43 * MINUTE,
    });
    expect(ids(undo(later, { before }, 43))).toBe('b a c d');
    const near = {
      ...later,
      stops: later.stops.map((each) => (each.id === 'a' ? { ...each, state: 'next' as const } : each)),
    };
    expect(ids(undo(near, { before }, 43))).toBe('a c b d');
  });

  it('joins its old stop where that is still to be done', () => {
    const shared = aRoute([stop('b', 30, { shipmentIds: ['p', 'q'] }), stop('c', 40)]);
    const moved = redirect(shared, 'p', { afterStopId: 'c' });
    const after = undo({ ...shared, stops: moved.stops }, { before: moved.before!, shipmentId: 'p' });
    expect(ids(after)).toBe('b c');
    expect(find(after, 'b')?.shipmentIds).toEqual(['q', 'p']);
  });

  it('gets a new stop where the old one has been done', () => {
    const shared = aRoute([stop('b', 30, { shipmentIds: ['p', 'q'] }), stop('c', 40)], underWay);
    const moved = redirect(shared, 'p', { afterStopId: 'c' });
    const stops = moved.stops.map((each) =>
      each.id === 'b'
        ? {
            ...each,
            state: 'completed' as const,
            arrivedAtMs: NINE + 30 * MINUTE,
            doneAtMs: NINE + 33 * MINUTE,
          }
        : each,
    );
    const after = undo({ ...shared, stops }, { before: moved.before!, shipmentId: 'p' }, 33);
    expect(after.stopId).toBe('again');
    expect(find(after, 'again')).toMatchObject({ state: 'planned', shipmentIds: ['p'], arrivedAtMs: null });
  });

  it('leaves the stop that it had joined', () => {
    const joined = redirect(route, 'parcel of b', { joinsStopId: 'd' });
    const after = undo({ ...route, stops: joined.stops }, { before: joined.before! });
    expect(ids(after)).toBe('a b c d');
    expect(find(after, 'd')?.shipmentIds).toEqual(['parcel of d']);
  });

  it('is driven to again where it was, unless the driver has turned to another', () => {
    const toB = aRoute([stop('b', 30, { state: 'next' }), stop('c', 40)], underWay);
    const moved = redirect(toB, 'parcel of b', { afterStopId: 'c' });
    expect(find(undo({ ...toB, stops: moved.stops }, { before: moved.before! }), 'b')?.state).toBe('next');
    const turned = moved.stops.map((each) => (each.id === 'c' ? { ...each, state: 'next' as const } : each));
    expect(find(undo({ ...toB, stops: turned }, { before: moved.before! }), 'b')?.state).toBe('planned');
  });
});
