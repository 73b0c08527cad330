import type { RequestHandler } from 'express';
import { exchangeOf } from './exchange';
import { reply } from './reply';
import type { Responder } from './responder';

/** Whether any key at all may be used from this origin; which key, is for `Authenticate` to say. */
export type AllowsOrigin = (origin: string) => boolean;

const preflightHeaders = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers':
    'Accept-Language, Authorization, Content-Type, Idempotency-Key, X-Request-Id',
  'Access-Control-Max-Age': '7200',
};

/**
 * Lets pages of known origins read answers (problems too), and answers their preflights. A preflight carries no
 * key, so an origin is allowed here when any key allows it. That tells anyone whether some shop's page uses this service,
 * which the page itself tells too: its key stands in it.
 */
export function crossOrigin(allowsOrigin: AllowsOrigin, responder: Responder): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    if (origin === undefined) {
      next();
      return;
    }
    const exchange = exchangeOf(response);
    if (allowsOrigin(origin)) exchange.allowedOrigin = origin;
    const isPreflight = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
    if (!isPreflight) next();
    else {
      exchange.operationId = 'preflight';
      responder.answer(
        exchange,
        reply(undefined, { status: 204, ...(exchange.allowedOrigin && { headers: preflightHeaders }) }),
      );
    }
  };
}
