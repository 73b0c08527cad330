import { z } from 'zod';
import type { RunningLiveHub } from '../desk/live-worker';
import { endpoint, type Endpoint } from '../http/endpoint';
import { EVENT_STREAM, eventStream } from '../http/event-stream';
import { pagesTag } from '../http/openapi-tags';
import { shipmentFor } from '../shipments/find-shipment';
import { readCaseMark } from './case-mark';
import { caseParams } from './case-schemas';
import type { Lookers } from './lookers-worker';
import { type QueueDependencies, readQueueMark } from './whole-queue';

export interface LiveDependencies extends QueueDependencies {
  liveHub: RunningLiveHub;
  lookers: Lookers;
}

const live = {
  method: 'get',
  tags: [pagesTag],
  scopes: ['desk'],
  page: true,
  responses: { 200: { description: 'An event `changed` for each change', contentType: EVENT_STREAM } },
} as const;
/** Of the page as it is shown. */
const liveQuery = z.strictObject({ mark: z.string().max(32) });

/** Tells pages that are looked at when something else is to be seen there. */
export function liveEndpoints(dependencies: LiveDependencies): Endpoint[] {
  return [followQueue(dependencies), followCase(dependencies)];
}

function followQueue(dependencies: LiveDependencies): Endpoint {
  return endpoint({
    ...live,
    path: '/desk/queue/live',
    operationId: 'followQueue',
    summary: 'Tells when anything in the queue changes',
    request: { query: liveQuery },
    handle: ({ query }, { caller }) => {
      const key = `queue of ${caller.depot ?? 'all depots'}`;
      const watched = { key, mark: () => readQueueMark(dependencies, caller) };
      return eventStream((to) => dependencies.liveHub.follow(watched, to, query.mark));
    },
  });
}

function followCase({ database, clock, liveHub, lookers }: LiveDependencies): Endpoint {
  return endpoint({
    ...live,
    path: '/desk/cases/{shipmentId}/live',
    operationId: 'followCase',
    summary: 'Tells when anything of a case changes, and others who looks at it',
    request: { params: caseParams, query: liveQuery },
    handle: async ({ params: { shipmentId }, query }, { caller }) => {
      await shipmentFor(database, caller, shipmentId);
      const mark = () => readCaseMark(database, { caller, shipmentId, nowMs: clock.nowMs() });
      const watched = { key: `case ${shipmentId} of ${caller.depot ?? 'all depots'}`, mark };
      return eventStream((to) => {
        to.once('close', lookers.enter(shipmentId, caller.personId));
        liveHub.follow(watched, to, query.mark);
      });
    },
  });
}
