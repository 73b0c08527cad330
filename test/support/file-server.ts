import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of one file that can be told to misbehave. */
export interface FileServer {
  url: string;
  /** Ranges of the requests so far, '' where none was asked for. */
  ranges: string[];
  close: () => Promise<void>;
}

export interface Behaviour {
  content: Buffer;
  etag?: string;
  ignoresRanges?: boolean;
  /** Drops the connection after this many bytes, as often as told. */
  dropAfterBytes?: number;
  drops?: number;
  /** Statuses to answer with first, one a request. */
  failures?: number[];
}

/** `behaviour` may be changed while the server runs: each request looks at it anew. */
export async function serveFile(behaviour: Behaviour): Promise<FileServer> {
  const ranges: string[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? '');
    answer(behaviour, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}/extract.zip`, ranges, close };
}

function answer(behaviour: Behaviour, request: IncomingMessage, response: ServerResponse): void {
  const { content, etag, failures } = behaviour;
  const failure = failures?.shift();
  if (failure !== undefined) {
    response.writeHead(failure).end('no');
    return;
  }
  if (etag !== undefined) response.setHeader('etag', etag);
  const from = firstByte(behaviour, request);
  if (from === 0) send(behaviour, response.writeHead(200, lengthOf(content)), content);
  else if (from < content.length) sendRest(behaviour, response, from);
  else response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
}

/** 0 where no range is asked for, or of another version of the file. */
function firstByte({ etag, ignoresRanges }: Behaviour, { headers }: IncomingMessage): number {
  const isSame = etag !== undefined && headers['if-range'] === etag;
  return isSame && ignoresRanges !== true ? Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0) : 0;
}

function sendRest(behaviour: Behaviour, response: ServerResponse, from: number): void {
  const { content } = behaviour;
  const rest = content.subarray(from);
  const contentRange = `bytes ${from}-${content.length - 1}/${content.length}`;
  send(behaviour, response.writeHead(206, { ...lengthOf(rest), 'content-range': contentRange }), rest);
}

function lengthOf(bytes: Buffer): { 'content-length': number } {
  return { 'content-length': bytes.length };
}

function send(behaviour: Behaviour, response: ServerResponse, bytes: Buffer): void {
  const { dropAfterBytes, drops = 0 } = behaviour;
  if (dropAfterBytes === undefined || drops === 0) {
    response.end(bytes);
    return;
  }
  behaviour.drops = drops - 1;
  response.write(bytes.subarray(0, dropAfterBytes), () => setTimeout(() => response.destroy(), 200));
}
