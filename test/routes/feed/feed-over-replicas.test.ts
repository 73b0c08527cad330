import { setTimeout as sleep } from 'node:timers/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { systemClock as clock } from '../../../src/clock';
import type { Database } from '../../../src/database/open-database';
import { transaction } from '../../../src/database/transaction';
import {
  type FeedHubDependencies,
  type RunningFeedHub,
  startFeedHub,
} from '../../../src/routes/feed/feed-hub-worker';
import type { Route } from '../../../src/routes/route';
import { findRoute } from '../../../src/routes/routes-store';
import { writeRoute } from '../../../src/routes/write-route';
import { describeParcels } from '../../../src/shipments/find-parcels';
import { onEveryDatabase } from '../../support/databases';
import { type EventStream, openStream } from '../../support/event-stream';
import { addDevice, aRoute, keepRoute } from '../../support/kept-route';
import { type ShipmentsService, startShipments } from '../../support/shipments-service';

interface Replica {
  database: Database;
  service: ShipmentsService;
  hub: RunningFeedHub;
}

const PATIENCE_MS = 10_000;

onEveryDatabase('the feed through several replicas', (databases) => {
  const replicas: Replica[] = [];
  const streams: EventStream[] = [];
  afterEach(async () => {
    for (const stream of streams.splice(0)) stream.close();
    for (const { service, hub } of replicas.splice(0)) {
      await hub.close();
      await service.close();
    }
  });

  const start = async (url: string, of: Partial<FeedHubDependencies> = {}): Promise<Replica> => {
    const database = await databases.connect(url);
    const hub = startFeedHub({ database, clock, describeParcels, isLetIn: () => true, ...of });
    const service = await startShipments(database, { feedHub: hub });
    replicas.push({ database, service, hub });
    return replicas.at(-1)!;
  };
  const follow = async ({ service }: Replica, bearer: string, { id }: Route, after = 0) => {
    const headers = { authorization: `Bearer ${bearer}` };
    const stream = await openStream(`${service.url}/v1/routes/${id}/stream?after=${after}`, headers);
    streams.push(stream);
    return stream;
  };
  /** Changes a route in the way of everything that happens on it. */
  const change = ({ database }: Replica, { id }: Route) =>
    transaction(database, async (trx) => {
      const before = (await findRoute(trx, {}, id))!;
      await writeRoute(
        trx,
        { before, after: before },
        { kind: 'stops_changed', actor: 'system' },
        clock.nowMs(),
      );
    });
  const seqsOf = ({ events }: EventStream) => events.map(({ id }) => Number(id));
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

  it('tells what is changed by one to those who follow at another, in order, within a second or so', async () => {
    const url = await databases.url();
    const [here, there] = [await start(url), await start(url)];
    const route = await keepRoute(here.database, aRoute());
    const bearer = await addDevice(here.database, route.id);
    const all = await Promise.all([here, there, there].map((replica) => follow(replica, bearer, route)));
    await Promise.all(all.map((stream) => stream.reach(1)));
    const startedMs = performance.now();
    await change(here, route);
    await Promise.all(all.map((stream) => stream.reach(2)));
    expect(performance.now() - startedMs).toBeLessThan(3_000);
    for (let count = 0; count < 10; count++) await change(count % 2 === 0 ? here : there, route);
    await Promise.all(all.map((stream) => stream.reach(12)));
    expect(all.map(seqsOf)).toEqual([upTo(12), upTo(12), upTo(12)]);
  });

  it('loses and repeats nothing for one who is moved from replica to replica while everything changes', async () => {
    const url = await databases.url();
    const both = [await start(url), await start(url)] as const;
    const route = await keepRoute(both[0].database, aRoute());
    const bearer = await addDevice(both[0].database, route.id);
    const changing = (async () => {
      for (let count = 0; count < 40; count++) await change(both[count % 2]!, route);
    })();
    const came: number[] = [];
    for (let turn = 0; came.length < 41; turn++) {
      const stream = await follow(both[turn % 2]!, bearer, route, came.at(-1) ?? 0);
      await stream.reach(Math.min(7, 41 - came.length));
      stream.close();
      await stream.ended;
      came.push(...seqsOf(stream));
    }
    await changing;
    expect(came).toEqual(upTo(41));
  });

  it('ends streams when a replica stops, so that their clients go on elsewhere', async () => {
    const url = await databases.url();
    const [stopping, other] = [await start(url), await start(url)];
    const route = await keepRoute(other.database, aRoute());
    const bearer = await addDevice(other.database, route.id);
    const stream = await follow(stopping, bearer, route);
    await stream.reach(1);
    stopping.service.app.drain();
    await stream.ended;
    const refused = await stopping.service.ask(`/v1/routes/${route.id}/stream`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    await change(other, route);
    const again = await follow(other, bearer, route, 1);
    expect(await again.reach(1)).toMatchObject([{ id: '2' }]);
  });

  it('ends the stream of a token that lets nobody in any more, and of no other', async () => {
    const revoked = new Set<string>();
    const replica = await start(await databases.url(), {
      isLetIn: (keyId) => !revoked.has(keyId),
      pollEveryMs: 50,
    });
    const route = await keepRoute(replica.database, aRoute());
    const [lost, kept] = [
      await addDevice(replica.database, route.id),
      await addDevice(replica.database, route.id),
    ];
    const [ending, going] = [await follow(replica, lost, route), await follow(replica, kept, route)];
    await Promise.all([ending.reach(1), going.reach(1)]);
    revoked.add(lost.split('@')[2]!);
    await ending.ended;
    await change(replica, route);
    expect(await going.reach(2)).toHaveLength(2);
    expect(ending.events).toHaveLength(1);
  });

  it('sees by itself what it was not told of', async () => {
    const url = await databases.url();
    const replica = await start(url, { pollEveryMs: 100 });
    const route = await keepRoute(replica.database, aRoute());
    const bearer = await addDevice(replica.database, route.id);
    const stream = await follow(replica, bearer, route);
    await stream.reach(1);
    const content = JSON.stringify({ stops: [], sequence: null, text: null });
    const entry = { route_id: route.id, seq: 2, at: 0, kind: 'started', content };
    await replica.database('route_changes').insert(entry);
    await replica.database('routes').where({ id: route.id }).update({ version: 2 });
    expect(await stream.reach(2)).toHaveLength(2);
  });

  it('cuts off a client that does not read, and gives it everything when it comes back', async () => {
    const replica = await start(await databases.url(), { beatEveryMs: 500, pollEveryMs: 50 });
    const stops = aRoute().stops.map((stop) => ({
      ...stop,
      address: { ...stop.address, street: 'x'.repeat(40_000) },
    }));
    const route = await keepRoute(replica.database, aRoute({ stops }));
    const bearer = await addDevice(replica.database, route.id);
    const { hostname, port } = new URL(replica.service.url);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    const head = `GET /v1/routes/${route.id}/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${bearer}\r\n\r\n`;
    socket.write(head);
    await once(socket, 'readable');
    // However much the network holds for a client, at last it is full.
    let last = 1;
    const untilMs = Date.now() + PATIENCE_MS;
    for (; replica.hub.lineCount() > 0 && Date.now() < untilMs; last++) {
      await changeAll(replica, route);
      // SQLite answers in this very turn: without a pause the connection would not get its own.
      await sleep(5);
    }
    expect(replica.hub.lineCount()).toBe(0);
    let text = '';
    socket.on('data', (bytes: Buffer) => (text += bytes.toString()));
    await once(socket, 'close');
    const came = [...text.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq));
    expect(came).toEqual(upTo(came.length));
    expect(came.length).toBeLessThan(last);
    // The last of them may have been cut through.
    const after = text.trimEnd().endsWith('}') ? came.length : came.length - 1;
    const again = await follow(replica, bearer, route, after);
    await again.reach(last - after);
    expect(seqsOf(again)).toEqual(upTo(last).slice(after));
  });

  /** A change of every stop, so that its entry is a long one. */
  const changeAll = ({ database }: Replica, { id }: Route) =>
    transaction(database, async (trx) => {
      const before = (await findRoute(trx, {}, id))!;
      const after = { ...before, stops: before.stops.map((stop) => ({ ...stop })) };
      await writeRoute(trx, { before, after }, { kind: 'stops_changed', actor: 'system' }, clock.nowMs());
    });
});
