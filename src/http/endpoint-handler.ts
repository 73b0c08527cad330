import type { RequestHandler } from 'express';
import { admission, type Doorkeepers } from './admission';
import type { Context, Endpoint } from './endpoint';
import { exchangeOf, type Exchange } from './exchange';
import { readForm } from './form-body';
import { isInUtf8, mediaType, readJson } from './json-body';
import { pageAdmission } from './page-admission';
import { isKeepable } from './keepable';
import { KEPT_FIELD, keptForm, type KeptForm } from './kept-form';
import type { PageAbove } from './page-above';
import { FORM_TOKEN, isForPart, isOfSession, otherSite, type PageGround } from './pages';
import { inputParser } from './parse-input';
import { Problem } from './problem';
import type { Responder } from './responder';
import { attempt, whenReady } from './when-ready';

/** What every endpoint stands on. */
export interface Ground extends Doorkeepers {
  responder: Responder;
  pages: PageGround;
  /** What a page carries of a form that waits to be sent again; undefined where that is nothing of ours. */
  readKept: (text: unknown) => KeptForm | undefined;
  pageAbove: PageAbove;
  /** How long a body may take to come in, and an asynchronous handler to answer, in milliseconds. */
  deadlineMs: number;
}

type Step = (exchange: Exchange, body?: unknown) => void;
type Fail = (exchange: Exchange, error: unknown) => void;

/**
 * The way of a request through one endpoint: admit, read, parse, handle, answer. No step waits for a later turn
 * unless it was given a promise, so a synchronous endpoint answers in the turn in which its body ended.
 */
export function handlerOf(endpoint: Endpoint, ground: Ground): RequestHandler {
  if (endpoint.page === true) return pageHandlerOf(endpoint, ground);
  const { responder } = ground;
  const admit = admission(endpoint, ground);
  const fail: Fail = (exchange, error) => responder.fail(exchange, error);
  const read = reading(endpoint, ground, handling(endpoint, ground, fail));
  return (_request, response) => {
    const exchange = exchangeOf(response);
    const failed = (error: unknown) => fail(exchange, error);
    exchange.operationId = endpoint.operationId;
    attempt(() => admit(exchange, () => read(exchange), failed), failed);
  };
}

/** The same way for a page, by its session and its form. */
function pageHandlerOf(endpoint: Endpoint, ground: Ground): RequestHandler {
  const { responder, pages, pageAbove } = ground;
  const fail: Fail = (exchange, error) => {
    exchange.pageAbove = pageAbove(exchange.request);
    responder.failOnPage(exchange, error, pages.showProblem);
  };
  const admit = pageAdmission(endpoint, pages);
  const handle = handling(endpoint, ground, fail);
  const readSent = formReading(ground, fail);
  return (_request, response) => {
    const exchange = exchangeOf(response);
    const failed = (error: unknown) => fail(exchange, error);
    exchange.operationId = endpoint.operationId;
    const instead = (answer: unknown) => responder.answer(exchange, answer);
    const next = () => {
      if (endpoint.method === 'get') handle(exchange);
      else
        readSent(exchange, ({ token, form }) => {
          if (isKeepable(endpoint)) exchange.sent = keptForm(exchange.request.path, form);
          if (isOfSession(token, exchange)) handle(exchange, form);
          else instead(anotherSessions(ground, exchange));
        });
    };
    const keep = () =>
      readSent(exchange, ({ form }) => {
        exchange.kept = keptForm(exchange.request.path, form);
        instead(pages.askToSignIn(exchange));
      });
    attempt(() => admit(exchange, { next, keep, instead, fail: failed }), failed);
  };
}

interface Sent {
  token: unknown;
  form: Record<string, unknown>;
}

/** Reads a form apart from what pages add to it: its token, and what it carries. */
function formReading({ deadlineMs, readKept }: Ground, fail: Fail) {
  return (exchange: Exchange, done: (sent: Sent) => void) => {
    const failed = (error: unknown) => fail(exchange, error);
    readForm(exchange.request, { patienceMs: deadlineMs }, (error, sent) => {
      if (error) {
        failed(error);
        return;
      }
      attempt(() => {
        const { [FORM_TOKEN]: token, [KEPT_FIELD]: kept, ...form } = sent as Record<string, unknown>;
        exchange.kept = readKept(kept);
        done({ token, form });
      }, failed);
    });
  };
}

/**
 * What to answer to a form of this site whose page was made before somebody signed in anew, perhaps in another tab: what they
 * typed, to send once more. It is refused all the same.
 * @throws Problem forbidden where nothing is to be kept of it
 */
function anotherSessions({ pages }: Ground, exchange: Exchange): unknown {
  exchange.kept = exchange.sent ?? exchange.kept;
  const isIn = exchange.session !== undefined && exchange.session.mustFirst === undefined;
  if (exchange.kept === undefined || !isIn || isForPart(exchange.request)) throw otherSite();
  return pages.askToSendAgain(exchange);
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

function handling(endpoint: Endpoint, { responder, deadlineMs }: Ground, onError: Fail): Step {
  const parse = inputParser(endpoint.request);
  const handle = endpoint.handle as (input: unknown, context: Context<'public'> | Context) => unknown;
  return (exchange, body) => {
    const fail = (error: unknown) => onError(exchange, error);
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
