import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { type Endpoint, endpoint } from '../http/endpoint';
import { pageOfList } from '../http/page-of-list';
import { type Reply, reply } from '../http/reply';
import { etagOf, expectedVersion, versionHeaders } from '../http/version';
import { onceHeaders, replayedHeader } from '../idempotency/idempotency-schemas';
import { onceOf } from '../idempotency/once';
import type { Written } from '../idempotency/write-once';
import { endByHand, type EndDependencies } from './end-by-hand';
import { reachOfPerson, routeFor } from './find-route';
import { listInstructions } from './instructions/instructions-store';
import type { DescribeParcels } from './parcel';
import { type PlanDependencies, planRoute } from './plans/plan-route';
import { PLAN_LIMIT_BYTES, planOf, routePlan } from './plans/plan-schemas';
import { type RouteSummary, summaryOf } from './route-summary';
import { pageExamples, planExamples, routeExamples, summaryExamples } from './routes-examples';
import { route, routePage, routePageQuery, routeParams, routeSummary } from './routes-schemas';
import { listRoutes } from './routes-store';
import { estimateOf, shownRoute, shownSummary } from './shown-route';

export interface RoutesDependencies extends PlanDependencies, EndDependencies {
  database: Database;
  clock: Clock;
  describeParcels: DescribeParcels;
}

const tags = ['routes'];

/** Plans, shows, lists and ends routes. */
export function routesEndpoints(dependencies: RoutesDependencies): Endpoint[] {
  return [planOne(dependencies), getOne(dependencies), listThem(dependencies), endOne(dependencies)];
}

function planOne(dependencies: RoutesDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/routes',
    operationId: 'planRoute',
    summary: "Plan a day's route, or plan it anew as long as it has not left",
    description:
      'A route is known by its depot, day and reference. The same plan again changes nothing; another takes its place. ' +
      'Stops whose parcels and address stay keep their ids, and windows that were promised are kept. A parcel that another ' +
      'planned route had is taken off there. Everything that is wrong is named at once, and then nothing is done.',
    tags,
    scopes: ['planning'],
    request: { headers: onceHeaders, body: routePlan, limitBytes: PLAN_LIMIT_BYTES, examples: planExamples },
    responses: {
      201: { description: 'It is planned', schema: routeSummary, examples: summaryExamples },
      200: {
        description: 'It was there: planned anew, or as it was',
        schema: routeSummary,
        examples: summaryExamples,
      },
    },
    problems: ['conflict', 'unprocessable'],
    handle: async ({ headers, body }, { caller }) => {
      const once = onceOf(caller, headers['idempotency-key'], { operationId: 'planRoute', body });
      const written = await planRoute(dependencies, caller, planOf(body), once);
      return replyWith(written, written.result.outcome === 'created' ? 201 : 200);
    },
  });
}

function getOne({ database, clock, describeParcels }: RoutesDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/routes/{routeId}',
    operationId: 'getRoute',
    summary: 'One route with its stops, its ETag for changes to it',
    description: "A driver's device sees its own route only.",
    tags,
    scopes: ['planning', 'desk', 'driving'],
    request: { params: routeParams },
    responses: { 200: { description: 'The route', schema: route, examples: routeExamples } },
    problems: ['not-found'],
    handle: async ({ params }, { caller }) => {
      const found = await routeFor(database, caller, params.routeId);
      const instructions = await listInstructions(database, { routeId: found.id, state: 'pushed' });
      const shipmentIds = found.stops.flatMap((stop) => stop.shipmentIds);
      const parcels = await describeParcels(database, shipmentIds);
      const shown = shownRoute(found, { estimate: estimateOf(found, clock.nowMs()), instructions, parcels });
      return reply(shown, { headers: { ETag: etagOf(found.version) } });
    },
  });
}

function listThem({ database }: RoutesDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/routes',
    operationId: 'listRoutes',
    summary: 'Routes, in the order in which they were planned',
    description: 'Someone of a depot sees those of that depot only. Filters go together.',
    tags,
    scopes: ['planning', 'desk'],
    request: { query: routePageQuery },
    responses: { 200: { description: 'A page of them', schema: routePage, examples: pageExamples } },
    handle: async ({ query: { cursor, limit, ...filter } }, { caller }) => {
      const page = { ...filter, afterId: cursor, limit: limit + 1 };
      const found = await listRoutes(database, reachOfPerson(caller), page);
      const { items, nextCursor } = pageOfList(found, limit);
      return { routes: items.map((one) => shownSummary(summaryOf(one))), nextCursor };
    },
  });
}

function endOne(dependencies: RoutesDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/routes/{routeId}/end',
    operationId: 'endRoute',
    summary: 'End a route whose device does not tell that it has ended',
    description:
      'What its driver has not answered expires, and corrections among it go back to the desk; parcels that were not ' +
      'handed over can be planned again.',
    tags,
    scopes: ['planning', 'desk'],
    request: { params: routeParams, headers: onceHeaders.extend(versionHeaders.shape) },
    responses: { 200: { description: 'It has ended', schema: routeSummary, examples: summaryExamples } },
    problems: [
      ...(['not-found', 'conflict', 'precondition-failed'] as const),
      ...(['precondition-required', 'unprocessable'] as const),
    ],
    handle: async ({ params, headers }, { caller }) => {
      const once = onceOf(caller, headers['idempotency-key'], { operationId: 'endRoute', params });
      const asked = { caller, ...params, expected: expectedVersion(headers) };
      return replyWith(await endByHand(dependencies, asked, once), 200);
    },
  });
}

function replyWith(
  { result, replayed }: Written<RouteSummary>,
  status: number,
): Reply<ReturnType<typeof shownSummary>> {
  return reply(shownSummary(result), {
    status,
    headers: { ETag: etagOf(result.version), ...replayedHeader(replayed) },
  });
}
