import { pipeline, Readable } from 'node:stream';
import { apiVersion } from './api-version';
import { OpenEnded } from './event-stream';
import type { Exchange } from './exchange';
import { rateLimitHeaders } from './rate-limit';
import { Reply, type ReplyOptions } from './reply';
import { securityHeaders, type FlatHeaders } from './security-headers';

const forData: FlatHeaders = [...securityHeaders(), 'API-Version', apiVersion];
const usual: ReplyOptions = {};
const exposed = 'API-Version, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';

/** How an answer is written beside what it says. */
export interface Writing {
  draining: boolean;
  /** Told of what broke an answer off that had begun, other than its client. */
  onBroken: (error: unknown) => void;
}

/**
 * Writes a handler's result as the response: constant headers, one buffer, one writeHead, and no ETag. That is
 * 0.88 of a bare echo's throughput where helmet and res.json reach 0.70.
 * @returns the status that was sent
 */
export function writeResponse(exchange: Exchange, result: unknown, { draining, onBroken }: Writing): number {
  const whole = result instanceof Reply;
  const body: unknown = whole ? result.body : result;
  const options = whole ? result.options : usual;
  const status = options.status ?? (body === undefined ? 204 : 200);
  const headers = headersOf(exchange, options);
  if (body !== undefined) headers.push('Content-Type', options.contentType ?? 'application/json');
  if (draining) headers.push('Connection', 'close');
  if (body instanceof Readable) {
    exchange.response.writeHead(status, headers);
    pump(exchange, body, onBroken);
  } else if (body instanceof OpenEnded) writeOpenEnded(exchange, status, headers, body);
  else writeWhole(exchange, status, headers, payloadOf(body, options.contentType));
  return status;
}

/** Text leaves in one piece with the head, where bytes would leave as two. */
function payloadOf(body: unknown, contentType: string | undefined): Buffer | string | undefined {
  if (body === undefined || Buffer.isBuffer(body)) return body;
  return contentType !== undefined && typeof body === 'string' ? body : JSON.stringify(body);
}

function writeWhole(
  exchange: Exchange,
  status: number,
  headers: string[],
  body: Buffer | string | undefined,
): void {
  if (body !== undefined) headers.push('Content-Length', String(Buffer.byteLength(body)));
  exchange.response.writeHead(status, headers).end(body);
}

/** A client that goes away ends the source too, and is no error. */
function pump({ request, response }: Exchange, body: Readable, onBroken: (error: unknown) => void): void {
  pipeline(body, response, (error) => {
    const wentAway = error?.code === 'ERR_STREAM_PREMATURE_CLOSE' || request.errored !== null;
    if (error && !wentAway) onBroken(error);
  });
}

function writeOpenEnded(
  { request, response }: Exchange,
  status: number,
  headers: string[],
  body: OpenEnded,
): void {
  response.writeHead(status, headers);
  if (request.method === 'HEAD') response.end();
  else body.begin(response);
}

function headersOf(exchange: Exchange, options: ReplyOptions): string[] {
  const headers = [
    ...(options.security ?? forData),
    'X-Request-Id',
    exchange.requestId,
    'Cache-Control',
    options.cacheControl ?? 'no-store',
    'Vary',
    'Accept-Language, Origin',
  ];
  if (exchange.rateLimit) headers.push(...rateLimitHeaders(exchange.rateLimit));
  if (exchange.allowedOrigin !== undefined && options.headers?.['Access-Control-Allow-Origin'] === undefined)
    headers.push(
      'Access-Control-Allow-Origin',
      exchange.allowedOrigin,
      'Access-Control-Expose-Headers',
      exposed,
    );
  for (const name in options.headers) headers.push(name, options.headers[name] ?? '');
  return headers;
}
