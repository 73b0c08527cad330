import type { Clock } from '../../clock';
import type { Caller } from '../../http/caller';
import { endpoint, type Endpoint } from '../../http/endpoint';
import { EVENT_STREAM, eventStream } from '../../http/event-stream';
import { Problem } from '../../http/problem';
import { changeExample } from './feed-examples';
import type { RunningFeedHub } from './feed-hub-worker';
import { entry, feedPage, feedQuery, streamHeaders, streamQuery } from './feed-schemas';
import { routeFor } from '../find-route';
import { noteFetched, noteSeen } from './note-fetched';
import { type FeedDependencies, readFeed } from './read-feed';
import { routeParams } from '../routes-schemas';

export interface FeedEndpointsDependencies extends FeedDependencies {
  clock: Clock;
  feedHub: RunningFeedHub;
}

const tags = ['routes'];
const scopes = ['planning', 'desk', 'driving'] as const;

/** Tells every change of a route: those that were, and those that come. */
export function feedEndpoints(dependencies: FeedEndpointsDependencies): Endpoint[] {
  return [listThem(dependencies), follow(dependencies)];
}

function listThem(dependencies: FeedEndpointsDependencies): Endpoint {
  const { database, clock } = dependencies;
  return endpoint({
    method: 'get',
    path: '/v1/routes/{routeId}/changes',
    operationId: 'listRouteChanges',
    summary: "A route's feed: every change after one that is known",
    description:
      'Gapless and in order. A device that was away catches up with one request, and needs to ask for nothing else: an entry ' +
      'holds the stops as they were after it. What a device fetches counts as received.',
    tags,
    scopes,
    request: { params: routeParams, query: feedQuery },
    responses: {
      200: {
        description: 'The entries, the oldest first; none where there is nothing after that one',
        schema: feedPage,
        examples: {
          redirected: {
            summary: 'A parcel goes to another address',
            value: { changes: [changeExample], version: 42, more: false },
          },
        },
      },
    },
    problems: ['not-found'],
    handle: async ({ params, query: { after = 0, limit } }, { caller }) => {
      const { id, version } = await routeFor(database, caller, params.routeId);
      const changes = await readFeed(dependencies, id, { after, limit });
      // What came while it was read is in it already.
      const latest = Math.max(version, changes.at(-1)?.seq ?? 0);
      const upTo = Math.min(changes.at(-1)?.seq ?? after, latest);
      if (caller.kind === 'device') await noteFetched(database, id, { upTo, nowMs: clock.nowMs() });
      return { changes, version: latest, more: changes.length > 0 && upTo < latest };
    },
  });
}

function follow({ database, clock, feedHub }: FeedEndpointsDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/routes/{routeId}/stream',
    operationId: 'followRoute',
    summary: "A route's feed as server-sent events, as changes happen",
    description:
      'Each entry is an event `change` whose `id` is its number and whose `data` is what `GET …/changes` shows. It begins ' +
      'after `Last-Event-ID` or `after`, with what there is already. A line `:` every 15 seconds says that the connection ' +
      'lives: after 35 seconds without one, come back. It ends when the token does, when a replica stops, or where the ' +
      'client takes too long to read; come back then with the id of the last event. Nothing is missed, and nothing comes ' +
      'twice. What a device is sent counts as received.',
    tags,
    scopes,
    request: { params: routeParams, query: streamQuery, headers: streamHeaders },
    responses: {
      200: {
        description: 'The entries, the oldest first, until the connection ends',
        schema: entry,
        contentType: EVENT_STREAM,
        examples: { redirected: { summary: 'The data of one event', value: changeExample } },
      },
    },
    problems: ['not-found'],
    handle: async ({ params, query, headers }, { caller }) => {
      if (feedHub.isDraining()) throw stopping();
      const { id } = await routeFor(database, caller, params.routeId);
      const after = headers['last-event-id'] ?? query.after ?? 0;
      await seen(caller, id);
      return eventStream((to) => feedHub.join(id, { caller, after, to }));
    },
  });

  async function seen(caller: Caller, routeId: string): Promise<void> {
    if (caller.kind === 'device') await noteSeen(database, routeId, clock.nowMs());
  }
}

function stopping(): Problem {
  return new Problem('unavailable', { headers: { 'Retry-After': '1' } });
}
