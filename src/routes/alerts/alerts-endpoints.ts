import { endpoint, type Endpoint } from '../../http/endpoint';
import { pageOfList } from '../../http/page-of-list';
import { reply } from '../../http/reply';
import { onceHeaders, replayedHeader } from '../../idempotency/idempotency-schemas';
import { onceOf } from '../../idempotency/once';
import type { Alert } from './alert';
import { alert, alertPage, alertPageQuery, alertParams } from './alerts-schemas';
import { listAlerts } from './alerts-store';
import { alertReachOf, type AlertsDependencies, closeAlert } from './close-alert';

const tags = ['routes'];

/** What the agents must look at now. */
export function alertsEndpoints(dependencies: AlertsDependencies): Endpoint[] {
  return [listThem(dependencies), closeOne(dependencies)];
}

function listThem({ database }: AlertsDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/alerts',
    operationId: 'listAlerts',
    summary: 'What an agent must look at now, the newest first',
    description: 'Someone of a depot sees the alerts of that depot and those of none. Filters go together.',
    tags,
    scopes: ['desk'],
    request: { query: alertPageQuery },
    responses: {
      200: {
        description: 'A page of what is open',
        schema: alertPage,
        examples: { one: { summary: 'One', value: { alerts: [alertExample], nextCursor: null } } },
      },
    },
    handle: async ({ query: { cursor, limit, ...filter } }, { caller }) => {
      const wanted = { ...filter, beforeId: cursor, limit: limit + 1 };
      const found = await listAlerts(database, alertReachOf(caller), wanted);
      const { items, nextCursor } = pageOfList(found, limit);
      return { alerts: items.map(shownAlert), nextCursor };
    },
  });
}

function closeOne(dependencies: AlertsDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/alerts/{alertId}/close',
    operationId: 'closeAlert',
    summary: 'Close an alert that has been looked at',
    description:
      'It is not raised again for the same thing. Most close by themselves when what they tell of is over; one that is closed already stays as it is.',
    tags,
    scopes: ['desk'],
    request: { params: alertParams, headers: onceHeaders },
    responses: {
      200: {
        description: 'It is closed',
        schema: alert,
        examples: {
          closed: { summary: 'Closed', value: { ...alertExample, closedAt: '2026-11-26T09:04:00.000Z' } },
        },
      },
    },
    problems: ['not-found', 'conflict', 'unprocessable'],
    handle: async ({ params, headers }, { caller }) => {
      const once = onceOf(caller, headers['idempotency-key'], { operationId: 'closeAlert', params });
      const { result, replayed } = await closeAlert(dependencies, { caller, ...params }, once);
      return reply(shownAlert(result), { headers: replayedHeader(replayed) });
    },
  });
}

function shownAlert({ raisedAtMs, closedAtMs, ...alert }: Alert) {
  return {
    ...alert,
    raisedAt: new Date(raisedAtMs).toISOString(),
    closedAt: closedAtMs === null ? null : new Date(closedAtMs).toISOString(),
  };
}

const alertExample = {
  id: 'alt_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  kind: 'instruction_unacknowledged',
  depot: 'ZLV',
  subject: 'ins_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  routeId: 'rte_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  shipmentId: 'snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  correctionId: 'cor_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  raisedAt: '2026-11-26T09:01:00.000Z',
  closedAt: null,
};
