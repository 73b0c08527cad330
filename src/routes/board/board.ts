import type { MapView } from '../../desk/map-view';
import { estimateOf } from '../shown-route';
import type { Route } from '../route';
import { point, wayAhead } from '../route-on-map';
import { isDone } from '../states';

/** How a device is connected: `live` was heard of lately, `silent` not any more, `never` not at all. */
export type Connection = 'live' | 'silent' | 'never';

/** One route as the board shows it. Times are milliseconds since 1970. */
export interface BoardRoute extends Pick<
  Route,
  'id' | 'reference' | 'depot' | 'driver' | 'vehicle' | 'state' | 'deviceSeenAtMs' | 'endsAtMs'
> {
  stopsDone: number;
  stops: number;
  /** How much its driver was told or asked and has not answered. */
  unanswered: number;
  connection: Connection;
  /** When it is estimated to be done; null where that is not known. */
  estimatedEndMs: number | null;
  isLate: boolean;
}

/** A phone in a dead zone is not gone: it tells of itself every half minute. */
const LIVE_MS = 2 * 60_000;

export function connectionOf(deviceSeenAtMs: number | null, nowMs: number): Connection {
  if (deviceSeenAtMs === null) return 'never';
  return nowMs - deviceSeenAtMs <= LIVE_MS ? 'live' : 'silent';
}

/** @param unanswered How many instructions of each route wait for an answer, by its id. */
export function boardRoute(route: Route, unanswered: ReadonlyMap<string, number>, nowMs: number): BoardRoute {
  const { id, reference, depot, driver, vehicle, state, deviceSeenAtMs, endsAtMs } = route;
  const { endMs } = estimateOf(route, nowMs);
  return {
    ...{ id, reference, depot, driver, vehicle, state, deviceSeenAtMs, endsAtMs },
    stopsDone: route.stops.filter((stop) => isDone(stop.state)).length,
    stops: route.stops.length,
    unanswered: unanswered.get(id) ?? 0,
    connection: connectionOf(deviceSeenAtMs, nowMs),
    estimatedEndMs: endMs,
    isLate: endMs !== null && endMs > endsAtMs,
  };
}

/** What needs somebody goes first: unanswered, late, silent under way; then by reference. */
export function inBoardOrder(routes: readonly BoardRoute[]): BoardRoute[] {
  return routes.toSorted(
    (one, other) => needOf(other) - needOf(one) || one.reference.localeCompare(other.reference, 'nl'),
  );
}

function needOf({ unanswered, isLate, connection, state }: BoardRoute): number {
  if (state === 'ended') return -1;
  if (unanswered > 0) return 3;
  if (isLate) return 2;
  return state === 'under_way' && connection !== 'live' ? 1 : 0;
}

/** Every van, and the way that it still has to go; null where nothing of it is known. */
export function boardMap(routes: readonly Route[]): MapView | null {
  const driven = routes.filter(({ state }) => state !== 'ended');
  const points = driven.flatMap(({ position, start, reference, vehicle }) => {
    if (position !== null) return [point('vehicle', position, `${reference}, ${vehicle}`)];
    return start === null ? [] : [point('start', start, reference)];
  });
  return points.length === 0 ? null : { points, lines: driven.flatMap(wayAhead) };
}
