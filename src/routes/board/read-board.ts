import type { Clock } from '../../clock';
import type { Database } from '../../database/open-database';
import { markOf } from '../../desk/live-mark';
import type { MapView } from '../../desk/map-view';
import type { PersonCaller } from '../../http/caller';
import { reachOfPerson } from '../find-route';
import { listWaiting } from '../instructions/instructions-store';
import { listRouteMarks, listRoutes } from '../routes-store';
import { boardMap, boardRoute, type BoardRoute, connectionOf, inBoardOrder } from './board';

export interface BoardRequest {
  caller: PersonCaller;
  day: string;
  depot?: string | undefined;
}

export interface Board {
  routes: BoardRoute[];
  /** The depots that have a route that day. */
  depots: string[];
  map: MapView | null;
}

interface BoardGround {
  database: Database;
  clock: Clock;
}

/** More than any depot drives in a day. */
const MOST_ROUTES = 500;
const MOST_UNANSWERED = 5_000;

/** A day's routes within someone's reach. */
export async function readBoard(
  { database, clock }: BoardGround,
  { caller, day, depot }: BoardRequest,
): Promise<Board> {
  const nowMs = clock.nowMs();
  const [all, unanswered] = await Promise.all([
    listRoutes(database, reachOfPerson(caller), { day, limit: MOST_ROUTES }),
    unansweredByRoute(database),
  ]);
  const shown = all.filter((route) => depot === undefined || route.depot === depot);
  return {
    routes: inBoardOrder(shown.map((route) => boardRoute(route, unanswered, nowMs))),
    depots: [...new Set(all.map((route) => route.depot))].sort(),
    map: boardMap(shown),
  };
}

async function unansweredByRoute(database: Database): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { routeId } of await listWaiting(database, MOST_UNANSWERED))
    counts.set(routeId, (counts.get(routeId) ?? 0) + 1);
  return counts;
}

/** Another text as soon as the board would show something else: every change of a route raises its version. */
export async function readBoardMark(
  { database, clock }: BoardGround,
  { caller, day, depot }: BoardRequest,
): Promise<string> {
  const marks = await listRouteMarks(database, reachOfPerson(caller), { day, depot });
  const nowMs = clock.nowMs();
  return markOf(
    marks.map(({ id, version, deviceSeenAtMs }) => [id, version, connectionOf(deviceSeenAtMs, nowMs)]),
  );
}
