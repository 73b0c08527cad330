import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '../../../src/http/serve';
import { driverEndpoints } from '../../../src/routes/driver-endpoints';
import type { DeviceEvent, DeviceEvents, DriverRoute, FeedChange } from '../../../src/routes/driver/contract';
import { startEndpoints } from '../start-app';
import { StandInRoute } from './stand-in-route';

/** What was asked of the service, in order. */
export interface Asked {
  what: 'route' | 'changes' | 'stream' | 'device-events';
  events: readonly DeviceEvent[];
  /** By the device's clock. */
  sentAt: string | null;
}

/** A service that serves the driver's page and one route, and remembers what it was asked. */
export interface StandIn {
  url: string;
  /** What the QR code holds. */
  link: string;
  service: StandInRoute;
  asked: Asked[];
  /** Every event that came, however often. */
  events(): DeviceEvent[];
  /** Lets the token in no longer, or again. */
  revoke(isRevoked: boolean): void;
  /** Lets nothing through, neither way, or everything again. */
  cutOff(isCut: boolean): void;
  /** Does the next thing that is sent, and breaks the connection in place of an answer. */
  loseNextAnswer(): void;
  close(): Promise<void>;
}

const TOKEN = 'klopt_dt_4f6c1d';

export async function startStandIn(route: DriverRoute, deskPhone = '+31201234567'): Promise<StandIn> {
  const pages = await startEndpoints(driverEndpoints({ deskPhone }));
  const asked: Asked[] = [];
  const streams = new Set<ServerResponse>();
  const service = new StandInRoute(route, (change) => streams.forEach((to) => to.write(eventOf(change))));
  let isRevoked = false;
  let isLosing = false;
  let isCut = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://stand-in');
    const what = (/^\/v1\/routes\/[^/]+\/?(.*)$/.exec(url.pathname)?.[1] ?? '') || 'route';
    const isLetIn = request.headers.authorization === `Bearer ${TOKEN}` && !isRevoked;
    const body = await text(request);
    const nothing = { sentAt: null, events: [] };
    const { sentAt, events } = body === '' ? nothing : (JSON.parse(body) as DeviceEvents);
    asked.push({ what: what as Asked['what'], events, sentAt });
    if (!isLetIn) response.writeHead(401).end();
    else if (what === 'stream') stream(request, response);
    else whole(response, what, answerTo(what, url, events));
  }

  function whole(response: ServerResponse, what: string, value: unknown): void {
    const isLost = isLosing && what === 'device-events';
    if (isLost) response.destroy();
    else response.writeHead(200, json).end(JSON.stringify(value));
    isLosing &&= !isLost;
  }

  function answerTo(what: string, { searchParams }: URL, events: readonly DeviceEvent[]): unknown {
    if (what === 'device-events') return service.record(events);
    if (what === 'route') return service.route;
    const after = Number(searchParams.get('after'));
    const changes = service.changes.filter(({ seq }) => seq > after);
    return { changes, version: service.route.version, more: false };
  }

  function stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(':\n\n');
    const after = Number(request.headers['last-event-id']);
    for (const change of service.changes) if (change.seq > after) response.write(eventOf(change));
    streams.add(response);
    response.on('close', () => streams.delete(response));
  }

  const { url, close } = await listen(
    (request, response) => {
      if (isCut) request.socket.destroy();
      else if (request.url?.startsWith('/v1/routes/')) void answer(request, response);
      else pages.app.express(request, response);
    },
    '127.0.0.1',
    0,
  );
  return {
    url,
    link: `${url}/driver#${route.id}/${TOKEN}`,
    service,
    asked,
    events: () => asked.flatMap(({ events }) => events),
    revoke: (revoked) => {
      isRevoked = revoked;
      if (revoked) streams.forEach((to) => to.end());
    },
    cutOff: (cut) => {
      isCut = cut;
      if (cut) streams.forEach((to) => to.destroy());
    },
    loseNextAnswer: () => (isLosing = true),
    close: () => close(0).then(() => pages.close()),
  };
}

const json = { 'Content-Type': 'application/json' };

function eventOf(change: FeedChange): string {
  return `id: ${change.seq}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;
}
