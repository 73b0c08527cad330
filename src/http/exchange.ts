import type { Request, Response } from 'express';
import type { Clock } from '../clock';
import { newId } from '../ids';
import type { Caller } from './caller';
import { languageOf, type Language } from './language';
import type { RateLimitState } from './rate-limit';

/** One request and its answer in the making. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly requestId: string;
  readonly language: Language;
  readonly startedMs: number;
  /** What logs and metrics call it: an operationId, or `none` where no endpoint was meant. */
  operationId: string;
  caller: Caller | undefined;
  rateLimit: RateLimitState | undefined;
  /** The page whose scripts may read the answer. */
  allowedOrigin: string | undefined;
}

// Long enough for any tracing system, and of nothing that could forge a line in a log.
const saneId = /^[\w.:-]{8,64}$/;

/** Starts an exchange; a request id that the caller sent is kept where it is a sane one. */
export function beginExchange(request: Request, response: Response, clock: Clock): Exchange {
  const sent = request.headers['x-request-id'];
  return {
    request,
    response,
    requestId: typeof sent === 'string' && saneId.test(sent) ? sent : newId('req', clock.nowMs()),
    language: languageOf(request),
    startedMs: clock.monotonicMs(),
    operationId: 'none',
    caller: undefined,
    rateLimit: undefined,
    allowedOrigin: undefined,
  };
}

/** Keeps the exchange with its response, for the steps that follow. */
export function keepExchange(exchange: Exchange): void {
  exchange.response.locals.exchange = exchange;
}

/** The exchange that this response belongs to. */
export function exchangeOf(response: Response): Exchange {
  return response.locals.exchange as Exchange;
}
