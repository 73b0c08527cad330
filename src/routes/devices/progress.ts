import type { NewEffect, StopEvent } from './device-event';
import type { Route, Stop, Window } from '../route';
import { STOP_TRANSITIONS, type StopState } from '../states';

/** What an event makes of a route; without a route where it changes nothing. */
export type Progress =
  { effect: 'applied'; route: Route; stop: Stop | null } | { effect: Exclude<NewEffect, 'applied'> };

/** What parcels depend on, or what a promise is judged by. */
const DONE_THERE = ['arrived', 'completed', 'failed'] as const satisfies readonly StopEvent['kind'][];

const STATE_AFTER: Readonly<Record<StopEvent['kind'], StopState>> = {
  heading: 'next',
  arrived: 'arrived',
  completed: 'completed',
  failed: 'failed',
  skipped: 'skipped',
};

/**
 * What a device reports of a route or a stop, applied. The first of it starts the route; once that was ended, what was done
 * at a stop before is still taken in.
 */
export function applyDeviceEvent(
  route: Route,
  event: StopEvent | { kind: 'started' },
  atMs: number,
): Progress {
  if (route.state === 'ended' && !wasDoneBefore(route, event, atMs)) return { effect: 'late' };
  if (event.kind === 'started')
    return route.state === 'planned'
      ? { effect: 'applied', route: started(route), stop: null }
      : { effect: 'late' };
  const before = route.stops.find(({ id }) => id === event.stopId);
  if (before === undefined) return { effect: 'not_possible' };
  const effect = effectOf(route, before, event, atMs);
  if (effect !== 'applied') return { effect };
  const stop = progressed(before, event, atMs);
  const stops = route.stops.map((other) => (other === before ? stop : leftBy(other, event)));
  return { effect, stop, route: started({ ...route, stops }) };
}

/** Under way from the first thing that its driver did; whoever only answers may still be loading. */
function started(route: Route): Route {
  return route.state === 'planned' ? { ...route, state: 'under_way' } : route;
}

/** Whoever ended the route in place of its device could not know of it. */
function wasDoneBefore(
  { endedAtMs }: Route,
  { kind }: StopEvent | { kind: 'started' },
  atMs: number,
): boolean {
  return (DONE_THERE as readonly string[]).includes(kind) && endedAtMs !== null && atMs < endedAtMs;
}

function effectOf(route: Route, stop: Stop, event: StopEvent, atMs: number): NewEffect {
  const state = STATE_AFTER[event.kind];
  // Where a driver is going is known of the route as a whole: it is no news once something later is known of any stop.
  const known = isOnTheWay(event) ? route.stops : [stop];
  if (stop.state === state || atMs < latestOf(known)) return 'late';
  return STOP_TRANSITIONS[stop.state].includes(state) ? 'applied' : 'not_possible';
}

function isOnTheWay({ kind }: StopEvent): boolean {
  return kind === 'heading' || kind === 'arrived';
}

function latestOf(stops: readonly Stop[]): number {
  return stops.reduce(
    (latest, { arrivedAtMs, doneAtMs }) => Math.max(latest, arrivedAtMs ?? 0, doneAtMs ?? 0),
    0,
  );
}

function progressed(stop: Stop, event: StopEvent, atMs: number): Stop {
  const state = STATE_AFTER[event.kind];
  switch (event.kind) {
    case 'heading':
      return { ...stop, state, arrivedAtMs: null, doneAtMs: null, failure: null };
    case 'arrived':
      return { ...stop, state, arrivedAtMs: atMs, doneAtMs: null, failure: null };
    case 'completed':
      return judged({ ...stop, state, doneAtMs: atMs, failure: null });
    case 'failed':
      return judged({ ...stop, state, doneAtMs: atMs, failure: event.reason });
    case 'skipped':
      return { ...stop, state, doneAtMs: atMs, failure: event.reason };
  }
}

/** A driver is on the way to one stop, or at one: the other is left for later. */
function leftBy(other: Stop, event: StopEvent): Stop {
  const isLeft = other.state === 'next' || other.state === 'arrived';
  return isLeft && isOnTheWay(event) ? { ...other, state: 'planned', arrivedAtMs: null } : other;
}

/**
 * What came of the promise at a stop that is done; what was not promised is not kept track of. It is missed before the
 * driver has been there only where the route had ended without that being known.
 */
function judged(stop: Stop): Stop {
  const { window } = stop;
  if (window === null || window.state === 'estimated') return stop;
  return { ...stop, window: { ...window, state: isMet(stop, window) ? 'met' : 'missed' } };
}

/** Whoever has the parcel was not let down by its coming early; whoever was not at home yet was. */
function isMet({ state, arrivedAtMs, doneAtMs }: Stop, { fromMs, untilMs }: Window): boolean {
  const leftMs = doneAtMs ?? 0;
  const wasInTime = (arrivedAtMs ?? leftMs) <= untilMs;
  return wasInTime && (state === 'completed' || leftMs >= fromMs);
}
