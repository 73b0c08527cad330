import type { RequestHandler } from 'express';
import { admission, type Doorkeepers } from './admission';
import type { Context, Endpoint } from './endpoint';
import { exchangeOf, type Exchange } from './exchange';
import { isInUtf8, mediaType, readJson } from './json-body';
import { inputParser } from './parse-input';
import { Problem } from './problem';
import type { Responder } from './responder';
import { attempt, whenReady } from './when-ready';

/** What every endpoint stands on. */
export interface Ground extends Doorkeepers {
  responder: Responder;
  /** How long a body may take to come in, and an asynchronous handler to answer, in milliseconds. */
  deadlineMs: number;
}

type Step = (exchange: Exchange, body?: unknown) => void;

/**
 * The way of a request through one endpoint: admit, read, parse, handle, answer. No step waits for a later turn
 * unless it was given a promise, so a synchronous endpoint answers in the turn in which its body ended.
 */
export function handlerOf(endpoint: Endpoint, ground: Ground): RequestHandler {
  const { responder } = ground;
  const admit = admission(endpoint, ground);
  const read = reading(endpoint, ground, handling(endpoint, ground));
  return (_request, response) => {
    const exchange = exchangeOf(response);
    const fail = (error: unknown) => responder.fail(exchange, error);
    exchange.operationId = endpoint.operationId;
    attempt(() => admit(exchange, () => read(exchange), fail), fail);
  };
}

/** Reads the body, where the endpoint has one that is read whole. */
function reading({ request: shape }: Endpoint, { responder, deadlineMs }: Ground, next: Step): Step {
  const { limitBytes } = shape;
  if (shape.body !== undefined)
    return (exchange) =>
      readJson(exchange.request, { patienceMs: deadlineMs, limitBytes }, (error, body) => {
        if (error) responder.fail(exchange, error);
        else next(exchange, body);
      });
  const { stream } = shape;
  if (stream === undefined) return next;
  return (exchange) => {
    const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = exchange.request.headers;
    const [sent = '', ...parameters] = type.toLowerCase().split(';');
    if (sent.trim() !== stream || !isInUtf8(parameters) || encoding !== 'identity') throw mediaType(stream);
    next(exchange);
  };
}

function handling(endpoint: Endpoint, { responder, deadlineMs }: Ground): Step {
  const parse = inputParser(endpoint.request);
  const handle = endpoint.handle as (input: unknown, context: Context<'public'> | Context) => unknown;
  return (exchange, body) => {
    const fail = (error: unknown) => responder.fail(exchange, error);
    attempt(() => {
      const input = parse(exchange.request, body, exchange.language);
      const result = handle(input, exchange);
      whenReady(withDeadline(result, deadlineMs), (value) => responder.answer(exchange, value), fail);
    }, fail);
  };
}

function withDeadline(result: unknown, deadlineMs: number): unknown {
  if (!(result instanceof Promise)) return result;
  return new Promise((resolve, reject) => {
    const late = () => reject(new Problem('unavailable', { headers: { 'Retry-After': '5' } }));
    const timer = setTimeout(late, deadlineMs);
    result.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
