import { devicesOf, revokeDevice } from '../../access/devices';
import type { Clock } from '../../clock';
import type { Database } from '../../database/open-database';
import { markOf } from '../../desk/live-mark';
import type { RunningLiveHub } from '../../desk/live-worker';
import { endpoint, type Endpoint } from '../../http/endpoint';
import { EVENT_STREAM, eventStream } from '../../http/event-stream';
import { pagesTag } from '../../http/openapi-tags';
import { seeOther } from '../../http/pages';
import { Problem } from '../../http/problem';
import { handOutDevice } from '../devices/hand-out-device';
import { routeFor } from '../find-route';
import { listInstructions } from '../instructions/instructions-store';
import { amsterdamDay } from '../planning/windows';
import { routeParams } from '../routes-schemas';
import { connectionOf } from './board';
import { boardPage } from './board-pages';
import { boardLiveQuery, boardQuery, noFields, revokeForm, routeLiveQuery } from './board-schemas';
import { readBoard, readBoardMark } from './read-board';
import { handedOutPage, routePage } from './route-pages';

export interface BoardDependencies {
  database: Database;
  clock: Clock;
  publicUrl: string;
  liveHub: RunningLiveHub;
  /** Where the map's tiles are; empty for plain drawings. */
  mapTilesUrl: string;
}

const ROUTE = '/desk/routes/{routeId}';
const desk = { tags: [pagesTag], scopes: ['desk'], page: true } as const;
const shown = {
  ...desk,
  method: 'get',
  responses: { 200: { description: 'A page', contentType: 'text/html; charset=utf-8' } },
} as const;
const live = {
  ...desk,
  method: 'get',
  responses: { 200: { description: 'An event `changed` for each change', contentType: EVENT_STREAM } },
} as const;

/** The board of a day's routes, and each of them with its driver's phones. */
export function boardEndpoints(dependencies: BoardDependencies): Endpoint[] {
  return [
    showBoard(dependencies),
    followBoard(dependencies),
    showRoute(dependencies),
    followRoutePage(dependencies),
    handOut(dependencies),
    revoke(dependencies),
  ];
}

function showBoard(dependencies: BoardDependencies): Endpoint {
  return endpoint({
    ...shown,
    path: '/desk/board',
    operationId: 'showBoard',
    summary: "A day's routes",
    request: { query: boardQuery },
    handle: async ({ query: { depot, day = amsterdamDay(dependencies.clock.nowMs()) } }, looking) => {
      const asked = { caller: looking.caller, day, depot };
      const mark = await readBoardMark(dependencies, asked);
      const board = await readBoard(dependencies, asked);
      return boardPage({ board, day, depot, mark, looking, tilesUrl: dependencies.mapTilesUrl });
    },
  });
}

function followBoard(dependencies: BoardDependencies): Endpoint {
  return endpoint({
    ...live,
    path: '/desk/board/live',
    operationId: 'followBoard',
    summary: "Tells when anything of a day's routes changes",
    request: { query: boardLiveQuery },
    handle: ({ query: { mark, depot, day = amsterdamDay(dependencies.clock.nowMs()) } }, { caller }) => {
      const key = `board of ${day}, ${depot ?? 'all depots'}, for ${caller.depot ?? 'all depots'}`;
      const watched = { key, mark: () => readBoardMark(dependencies, { caller, day, depot }) };
      return eventStream((to) => dependencies.liveHub.follow(watched, to, mark));
    },
  });
}

function showRoute({ database, clock, mapTilesUrl: tilesUrl }: BoardDependencies): Endpoint {
  return endpoint({
    ...shown,
    path: ROUTE,
    operationId: 'showRoute',
    summary: 'One route, its stops and the phones that see it',
    request: { params: routeParams },
    handle: async ({ params }, looking) => {
      const route = await routeFor(database, looking.caller, params.routeId);
      const nowMs = clock.nowMs();
      const [instructions, devices] = await Promise.all([
        listInstructions(database, { routeId: route.id, state: 'pushed' }),
        devicesOf(database, route.id),
      ]);
      const mark = routeMark(route, nowMs);
      return routePage({ route, instructions, devices, nowMs, looking, tilesUrl, mark });
    },
  });
}

function routeMark(
  { version, deviceSeenAtMs }: { version: number; deviceSeenAtMs: number | null },
  nowMs: number,
) {
  return markOf([version, connectionOf(deviceSeenAtMs, nowMs)]);
}

function followRoutePage({ database, clock, liveHub }: BoardDependencies): Endpoint {
  return endpoint({
    ...live,
    path: `${ROUTE}/live`,
    operationId: 'followRoutePage',
    summary: 'Tells when anything of a route changes',
    request: { params: routeParams, query: routeLiveQuery },
    handle: async ({ params: { routeId }, query }, { caller }) => {
      await routeFor(database, caller, routeId);
      const mark = async () => routeMark(await routeFor(database, caller, routeId), clock.nowMs());
      const watched = { key: `route ${routeId} for ${caller.depot ?? 'all depots'}`, mark };
      return eventStream((to) => liveHub.follow(watched, to, query.mark));
    },
  });
}

function handOut(dependencies: BoardDependencies): Endpoint {
  return endpoint({
    ...desk,
    method: 'post',
    path: `${ROUTE}/devices`,
    operationId: 'handOutDevice',
    summary: "A code by which one more device of a route's driver is let in",
    request: { params: routeParams, body: noFields },
    responses: { 200: { description: 'A page', contentType: 'text/html; charset=utf-8' } },
    handle: async ({ params }, looking) => {
      const { database, clock } = dependencies;
      const { caller } = looking;
      const route = await routeFor(database, caller, params.routeId);
      const { url } = await handOutDevice(dependencies, route, caller.personId, clock.nowMs());
      return handedOutPage(route, url, looking);
    },
  });
}

function revoke({ database, clock }: BoardDependencies): Endpoint {
  return endpoint({
    ...desk,
    method: 'post',
    path: `${ROUTE}/devices/revoke`,
    operationId: 'revokeDevice',
    summary: 'Lets a device in no longer',
    request: { params: routeParams, body: revokeForm },
    responses: { 303: { description: 'Back to the route' } },
    handle: async ({ params, body: { deviceId: id } }, { caller }) => {
      const { id: routeId } = await routeFor(database, caller, params.routeId);
      const by = { actor: caller.personId, atMs: clock.nowMs() };
      if (!(await revokeDevice(database, { id, routeId }, by))) throw new Problem('not-found');
      return seeOther(`/desk/routes/${routeId}`);
    },
  });
}
