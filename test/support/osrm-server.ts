import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What to answer a request for a table with; by default as OSRM does. */
export type Misbehaviour = (
  table: { code: string; durations: (number | null)[][] },
  response: ServerResponse,
) => unknown;

export interface OsrmServer {
  url: string;
  /** What was asked: paths with their queries. */
  asked: string[];
  misbehave: (how: Misbehaviour | null) => void;
  close: () => Promise<void>;
}

/**
 * Answers `/table/v1/driving/{lon},{lat};…` in the form of OSRM's HTTP API: `durations` in seconds, a row for each source, with
 * `code`, and the waypoints that Klopt has no use for. Here the road takes ten seconds for each step in the list of coordinates,
 * and one more where it goes back.
 */
export async function startOsrm(): Promise<OsrmServer> {
  const asked: string[] = [];
  let how: Misbehaviour | null = null;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const table = answer(path);
    if (how?.(table, response) === undefined && !response.writableEnded && how === null)
      send(response, 200, table);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    misbehave: (next) => void (how = next),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function answer(path: string) {
  const url = new URL(path, 'http://osrm');
  const coordinates = decodeURIComponent(url.pathname).split('/').at(-1)?.split(';') ?? [];
  const indices = (name: string) =>
    url.searchParams.get(name)?.split(';').map(Number) ?? coordinates.map((_, index) => index);
  const [sources, destinations] = [indices('sources'), indices('destinations')];
  const durations = sources.map((from) => destinations.map((to): number | null => seconds(from, to)));
  const waypoint = (index: number) => ({
    hint: '',
    distance: 1.2,
    name: '',
    location: coordinates[index]?.split(',').map(Number),
  });
  return { code: 'Ok', durations, sources: sources.map(waypoint), destinations: destinations.map(waypoint) };
}

function seconds(from: number, to: number): number {
  return Math.abs(to - from) * 10 + (to < from ? 1 : 0);
}
