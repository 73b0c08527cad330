import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { apiVersion } from './api-version';
import { problemBody, Problem, type ProblemCode } from './problem';

/** Limits on what a client may take its time for, or make us hold. */
const limits = {
  headersTimeout: 10_000,
  // Bodies read whole have a stricter limit of their own; this one is for long streams.
  requestTimeout: 300_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
};

// A connection on which nothing moves while an answer is owed; streams that have nothing to say send a heartbeat.
const idleMs = 60_000;

export interface Listening {
  /** Where it can be reached, such as `http://127.0.0.1:3000`. */
  url: string;
  /** Takes no new connections and waits for the requests under way, so long; then cuts them off. */
  close: (patienceMs: number) => Promise<void>;
}

/** The address to listen on is taken, or not ours; in a sentence. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/** Starts to listen. Throws a CannotListen. */
export async function listen(handle: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer(limits, handle);
  server.setTimeout(idleMs);
  server.on('clientError', answerUnreadable);
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw new CannotListen(reasonOf(error as NodeJS.ErrnoException, host, port));
  });
  return { url: urlOf(server, host), close: (patienceMs) => close(server, patienceMs) };
}

function reasonOf({ code = '' }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code !== 'EADDRINUSE') return `Cannot listen on port ${port} of ${host} (${code}).`;
  return `Port ${port} of ${host} is taken: stop what listens there, or choose another (KLOPT_PORT, KLOPT_METRICS_PORT).`;
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function close(server: Server, patienceMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const cutOff = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearTimeout(cutOff);
}

const unreadable: Record<string, readonly [ProblemCode, string]> = {
  HPE_HEADER_OVERFLOW: ['headers-too-large', '431 Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['request-timeout', '408 Request Timeout'],
};

/** What is no HTTP never becomes a request; it gets a problem all the same. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [code, status] = unreadable[error.code ?? ''] ?? ['invalid-request', '400 Bad Request'];
  const body = JSON.stringify(problemBody(new Problem(code), 'nl', 'none'));
  const head = [
    `API-Version: ${apiVersion}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`HTTP/1.1 ${status}\r\n${head.join('\r\n')}\r\n\r\n${body}`);
}
