import type { StopEvent } from '../../../src/routes/devices/device-event';
import { STOP_FAILURES } from '../../../src/routes/failure-reasons';
import { applyDeviceEvent, type Progress } from '../../../src/routes/devices/progress';
import { promised } from '../../../src/routes/devices/promise-window';
import type { Route, Stop } from '../../../src/routes/route';
import type { StopState, WindowState } from '../../../src/routes/states';
import { FAILURE_REASONS } from '../../../src/shipments/shipment';
import { aRoute, aStop } from '../../support/kept-route';

const NOON = Date.UTC(2026, 0, 5, 12);
const minutes = (count: number) => NOON + count * 60_000;

function routeOf(...stops: Partial<Stop>[]): Route {
  return aRoute({
    state: 'under_way',
    stops: stops.map((stop, index) => aStop({ id: `stop ${index}`, ...stop })),
  });
}

function report(route: Route, kind: StopEvent['kind'], at: number, stopId = 'stop 0'): Progress {
  return applyDeviceEvent(route, { kind, stopId, reason: 'not_at_home' } as StopEvent, minutes(at));
}

function routeAfter(progress: Progress): Route {
  if (progress.effect !== 'applied') throw new Error(progress.effect);
  return progress.route;
}

const stateOf = (route: Route, index: number) => route.stops[index]?.state;

describe('what a device reports of a stop', () => {
  it.each([
    ['planned', 'heading', 'next'],
    ['planned', 'arrived', 'arrived'],
    ['planned', 'completed', 'completed'],
    ['planned', 'failed', 'failed'],
    ['planned', 'skipped', 'skipped'],
    ['next', 'arrived', 'arrived'],
    ['next', 'completed', 'completed'],
    ['next', 'failed', 'failed'],
    ['next', 'skipped', 'skipped'],
    ['arrived', 'completed', 'completed'],
    ['arrived', 'failed', 'failed'],
    ['arrived', 'skipped', 'skipped'],
    ['skipped', 'heading', 'next'],
    ['skipped', 'arrived', 'arrived'],
    ['skipped', 'completed', 'completed'],
    ['skipped', 'failed', 'failed'],
  ] as const)('brings one that is %s by %s to %s', (before, kind, after) => {
    expect(stateOf(routeAfter(report(routeOf({ state: before }), kind, 0)), 0)).toBe(after);
  });

  it.each([
    ['planned', 'completed', 5],
    ['completed', 'completed', 5],
    ['completed', 'failed', -5],
    ['next', 'heading', 5],
    ['arrived', 'completed', -5],
  ] as [StopState, StopEvent['kind'], number][])(
    'is late or applied by the times that are known: %s, %s %d minutes after the last that is known',
    (state, kind, after) => {
      const known = { planned: {}, next: {}, arrived: { arrivedAtMs: NOON }, completed: { doneAtMs: NOON } };
      const route = routeOf({ state, ...known[state as keyof typeof known] });
      expect(report(route, kind, after).effect).toBe(state === 'planned' ? 'applied' : 'late');
    },
  );

  it.each([
    ['completed', 'failed'],
    ['failed', 'completed'],
    ['completed', 'heading'],
    ['arrived', 'heading'],
  ] as const)('is not possible of one that is %s: %s', (state, kind) => {
    expect(report(routeOf({ state }), kind, 5).effect).toBe('not_possible');
  });

  it('is not possible of a stop of another route', () => {
    expect(report(routeOf({}), 'completed', 0, 'stop 9').effect).toBe('not_possible');
  });

  it('is late on a route that has ended', () => {
    expect(report({ ...routeOf({}), state: 'ended' }, 'completed', 0).effect).toBe('late');
  });

  it.each([
    ['arrived', -1, 'applied'],
    ['completed', -1, 'applied'],
    ['failed', -1, 'applied'],
    ['completed', 0, 'late'],
    ['heading', -1, 'late'],
    ['skipped', -1, 'late'],
  ] as const)('of a route that was ended by hand: %s %d minutes after the end is %s', (kind, at, effect) => {
    const ended: Route = { ...routeOf({}), state: 'ended', endedAtMs: NOON };
    const told = report(ended, kind, at);
    expect(told.effect).toBe(effect);
    if (effect === 'applied') expect(routeAfter(told)).toMatchObject({ state: 'ended', endedAtMs: NOON });
  });

  it('leaves the stop that the driver was on the way to, or at, for later', () => {
    for (const [state, kind] of [
      ['next', 'heading'],
      ['arrived', 'heading'],
      ['next', 'arrived'],
      ['arrived', 'arrived'],
    ] as const) {
      const left = routeAfter(report(routeOf({}, { state }), kind, 0)).stops[1];
      expect([left?.state, left?.arrivedAtMs]).toEqual(['planned', null]);
    }
  });

  it('leaves where the driver goes as it is when another stop is done on the way', () => {
    const route = routeOf({}, { state: 'next' });
    const after = routeAfter(report(route, 'completed', 0));
    expect(after.stops[1]).toBe(route.stops[1]);
  });

  it('tells nothing new of where the driver goes once something later is known', () => {
    const route = routeOf({}, { state: 'completed', doneAtMs: minutes(10) });
    expect([report(route, 'heading', 5).effect, report(route, 'arrived', 5).effect]).toEqual([
      'late',
      'late',
    ]);
    expect(report(route, 'completed', 5).effect).toBe('applied');
  });

  it('keeps when it happened and why', () => {
    const arrived = routeAfter(report(routeOf({}), 'arrived', 1));
    const [stop] = routeAfter(report(arrived, 'failed', 4)).stops;
    expect(stop).toMatchObject({ arrivedAtMs: minutes(1), doneAtMs: minutes(4), failure: 'not_at_home' });
    const [again] = routeAfter(
      report(routeOf({ state: 'skipped', failure: 'other', doneAtMs: NOON }), 'arrived', 9),
    ).stops;
    expect(again).toMatchObject({ arrivedAtMs: minutes(9), doneAtMs: null, failure: null });
  });

  it('starts the route, whatever it is', () => {
    for (const kind of ['heading', 'arrived', 'completed', 'failed', 'skipped'] as const)
      expect(routeAfter(report({ ...routeOf({}), state: 'planned' }, kind, 0)).state).toBe('under_way');
    const start = (state: Route['state']) =>
      applyDeviceEvent({ ...routeOf({}), state }, { kind: 'started' }, NOON);
    expect(routeAfter(start('planned')).state).toBe('under_way');
    expect([start('under_way').effect, start('ended').effect]).toEqual(['late', 'late']);
  });
});

describe('a promised window', () => {
  const window = (state: WindowState) => ({ fromMs: minutes(0), untilMs: minutes(60), state });
  it.each([
    ['completed', null, 30, 'met'],
    ['completed', null, 60, 'met'],
    ['completed', null, 61, 'missed'],
    // There in time, and then it took a while.
    ['completed', 59, 65, 'met'],
    ['completed', 61, 62, 'missed'],
    // The parcel came early, and was taken in.
    ['completed', -20, -15, 'met'],
    ['failed', 10, 12, 'met'],
    ['failed', null, 70, 'missed'],
    // Nobody was at home yet: they were told to be later.
    ['failed', -20, -15, 'missed'],
    ['failed', -5, 5, 'met'],
  ] as [StopEvent['kind'], number | null, number, WindowState][])(
    'of a stop that is %s, arrived at %p, after %d minutes is %s',
    (kind, arrived, done, expected) => {
      const arrivedAtMs = arrived === null ? null : minutes(arrived);
      const route = routeOf({
        state: arrived === null ? 'next' : 'arrived',
        arrivedAtMs,
        window: window('promised'),
      });
      expect(routeAfter(report(route, kind, done)).stops[0]?.window).toEqual(window(expected));
    },
  );

  it('stays promised where the stop is skipped: the driver may come back', () => {
    const route = routeOf({ window: window('promised') });
    expect(routeAfter(report(route, 'skipped', 90)).stops[0]?.window).toEqual(window('promised'));
  });

  it('is judged anew where it was missed by the end of a route, before which it turns out to be done', () => {
    const route = routeOf({ window: window('missed') });
    const ended: Route = { ...route, state: 'ended', endedAtMs: minutes(90) };
    expect(routeAfter(report(ended, 'completed', 30)).stops[0]?.window).toEqual(window('met'));
    expect(routeAfter(report(ended, 'completed', 70)).stops[0]?.window).toEqual(window('missed'));
  });

  it('is judged only where it was promised', () => {
    const route = routeOf({ window: window('estimated') });
    expect(routeAfter(report(route, 'completed', 90)).stops[0]?.window).toEqual(window('estimated'));
  });

  const around = (atMinutes: number) => ({
    ...{ fromMs: minutes(atMinutes - 30), untilMs: minutes(atMinutes + 30) },
    state: 'promised',
  });
  it.each([
    ['the estimated one, where that still holds', window('estimated'), 45, window('promised')],
    ['the estimated one, where nothing else is known', window('estimated'), null, window('promised')],
    ['one round the estimate of now, where it no longer holds', window('estimated'), 100, around(100)],
    ['one round the estimate of now, where there was none', null, 100, around(100)],
    ['none, where nothing can be estimated', null, null, null],
    ['the promised one, which stays', window('promised'), 300, window('promised')],
    [
      'one round the estimate of now, where the estimated one is over',
      window('estimated'),
      70,
      around(70),
      60,
    ],
    [
      'still an estimate, where that is over and nothing can be estimated',
      window('estimated'),
      null,
      window('estimated'),
      60,
    ],
  ])('is, once acknowledged, %s', (...[, before, estimate, expected, now = 0]) => {
    const estimateMs = estimate === null ? null : minutes(estimate);
    const route = routeOf({ window: before }, {});
    const [stop, other] = promised(route, 'stop 0', { estimateMs, nowMs: minutes(now) }).stops;
    expect([stop?.window, other?.window]).toEqual([expected, null]);
  });

  it('is not promised of a stop that is done already', () => {
    const route = routeOf({ state: 'completed', window: window('estimated') });
    expect(promised(route, 'stop 0', { estimateMs: NOON, nowMs: NOON }).stops).toEqual(route.stops);
  });
});

it('calls failures as the scans do', () => {
  expect(STOP_FAILURES).toEqual(FAILURE_REASONS);
});
