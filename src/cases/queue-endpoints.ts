import { randomUUID } from 'node:crypto';
import type { Context } from '../http/endpoint';
import { endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { onceOf } from '../idempotency/once';
import type { ChangeDependencies } from '../shipments/change-shipment';
import { releaseShipments } from '../shipments/release-shipments';
import { queuePage } from './queue-pages';
import { releasedPage } from './queue-release-pages';
import { type QueueQuery, queueQuery, queueSearch, releaseForm } from './queue-schemas';
import { readQueue } from './read-queue';
import { type QueueDependencies, type ReadWholeQueue, shareWholeQueue } from './whole-queue';

const page = {
  path: '/desk/queue',
  tags: [pagesTag],
  scopes: ['desk'],
  page: true,
  responses: { 200: { description: 'A page', contentType: 'text/html; charset=utf-8' } },
} as const;

/** The agents' queue, by what it is about or by what somebody looks for. */
export function queueEndpoints(dependencies: QueueDependencies & ChangeDependencies): Endpoint[] {
  const reading = { ...dependencies, readWhole: shareWholeQueue(dependencies) };
  return [
    endpoint({
      ...page,
      method: 'get',
      operationId: 'showQueue',
      summary: 'What waits for the agents',
      request: { query: queueQuery },
      handle: ({ query }, context) => show(reading, query, context),
    }),
    endpoint({
      ...page,
      method: 'post',
      operationId: 'searchQueue',
      summary: 'What of that looks like what somebody looks for',
      request: { body: queueSearch },
      handle: ({ body }, context) => show(reading, body, context),
    }),
    releaseMany(dependencies),
  ];
}

function releaseMany(dependencies: ChangeDependencies): Endpoint {
  return endpoint({
    ...page,
    path: '/desk/queue/release',
    method: 'post',
    operationId: 'releaseQueued',
    summary: 'Releases what a false alarm held, and tells what became of each',
    scopes: ['supervision'],
    request: { body: releaseForm },
    handle: async ({ body: { key, ...asked } }, context) => {
      const { caller } = context;
      const once = onceOf(caller, key, { operationId: 'releaseQueued', body: asked });
      const { result } = await releaseShipments(dependencies, { caller, ...asked }, once);
      return releasedPage(result, context);
    },
  });
}

interface Reading extends QueueDependencies {
  readWhole: ReadWholeQueue;
}

async function show(
  { readWhole, ...dependencies }: Reading,
  query: QueueQuery,
  context: Context<readonly ['desk']>,
) {
  const { mine, ...filter } = query;
  const request = { caller: context.caller, isMine: mine === 'yes', ...filter };
  const queue = await readQueue(dependencies, request, readWhole);
  return queuePage({
    queue,
    query,
    nowMs: dependencies.clock.nowMs(),
    looking: context,
    formKey: randomUUID(),
  });
}
