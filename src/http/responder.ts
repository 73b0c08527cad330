import type { Clock } from '../clock';
import type { Log, LogFields } from '../log';
import type { Metrics } from '../metrics';
import type { Exchange } from './exchange';
import { Problem, problemBody, type ProblemCode } from './problem';
import { reply } from './reply';
import { writeResponse } from './write-response';

/** The one place that answers, records what was answered, and renders problems. */
export interface Responder {
  answer(exchange: Exchange, result: unknown): void;
  fail(exchange: Exchange, error: unknown): void;
  /** As fail, shown on a page. */
  failOnPage(exchange: Exchange, error: unknown, show: ShowProblem): void;
  /** From now on each answer asks its client to come back on another connection. */
  drain(): void;
}

type ShowProblem = (problem: Problem, exchange: Exchange) => unknown;

export interface ResponderDependencies {
  clock: Clock;
  log: Log;
  metrics: Metrics;
  /** Whether an error means that something we stand on, such as the database, cannot be used just now. */
  isUnavailable: (error: unknown) => boolean;
}

// What nginx made the name for: the client closed its request before it was answered.
const clientWentAway = 499;

const internal = new Problem('internal-error');
const unavailable = new Problem('unavailable', { headers: { 'Retry-After': '5' } });

export function createResponder({ clock, log, metrics, isUnavailable }: ResponderDependencies): Responder {
  const observe = rememberedObservers(metrics);
  let draining = false;

  function record(exchange: Exchange, status: number, problem?: ProblemCode): void {
    const durationMs = clock.monotonicMs() - exchange.startedMs;
    observe(exchange.operationId, status, durationMs / 1000);
    if (problem) metrics.problem(problem);
    log.info(describe(exchange, status, durationMs, problem), 'answered');
  }

  function send(exchange: Exchange, result: unknown, problem?: ProblemCode): void {
    const { requestId, operationId } = exchange;
    const onBroken = (error: unknown) => log.error({ requestId, operationId, error }, 'an answer broke off');
    record(exchange, writeResponse(exchange, result, { draining, onBroken }), problem);
  }

  /** What to answer; undefined where nothing can be answered any more. */
  function problemOf(exchange: Exchange, error: unknown): Problem | undefined {
    if (leftAlready(exchange)) {
      record(exchange, clientWentAway);
      return undefined;
    }
    const { requestId, operationId } = exchange;
    if (!(error instanceof Problem)) log.error({ requestId, operationId, error }, 'a request failed');
    return error instanceof Problem ? error : isUnavailable(error) ? unavailable : internal;
  }

  function failWith(exchange: Exchange, error: unknown, show: ShowProblem): void {
    const problem = problemOf(exchange, error);
    if (problem !== undefined) send(exchange, show(problem, exchange), problem.code);
  }

  return {
    answer: send,
    fail: (exchange, error) => failWith(exchange, error, asData),
    failOnPage: failWith,
    drain: () => (draining = true),
  };
}

function leftAlready({ response }: Exchange): boolean {
  const isLate = response.headersSent || response.destroyed;
  if (isLate) response.destroy();
  return isLate;
}

/** As RFC 9457 has it. */
function asData(problem: Problem, { language, requestId }: Exchange): unknown {
  const body = problemBody(problem, language, requestId);
  return reply(body, {
    status: body.status,
    contentType: 'application/problem+json',
    headers: { 'Content-Language': language, ...problem.details.headers },
  });
}

function describe(exchange: Exchange, status: number, durationMs: number, problem?: ProblemCode): LogFields {
  const fields: LogFields = {
    requestId: exchange.requestId,
    operationId: exchange.operationId,
    method: exchange.request.method,
    status,
    durationMs: Math.round(durationMs * 1000) / 1000,
  };
  if (exchange.caller) fields.keyId = exchange.caller.keyId;
  if (problem) fields.problem = problem;
  return fields;
}

function rememberedObservers(
  metrics: Metrics,
): (operationId: string, status: number, seconds: number) => void {
  const observers = new Map<string, (seconds: number) => void>();
  return (operationId, status, seconds) => {
    const key = `${operationId} ${status}`;
    let observe = observers.get(key);
    if (!observe) {
      observe = metrics.requestDuration(operationId, status);
      observers.set(key, observe);
    }
    observe(seconds);
  };
}
