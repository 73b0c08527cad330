import type { Request, Response } from 'express';
import type { Clock } from '../clock';
import { newId } from '../ids';
import type { Caller, Session } from './caller';
import type { KeptForm } from './kept-form';
import { languageOf, type Language } from './language';
import type { RateLimitState } from './rate-limit';

// Long enough for any tracing system, and of nothing that could forge a line in a log.
const saneId = /^[\w.:-]{8,64}$/;

/** One request and its answer in the making. */
export class Exchange {
  readonly requestId: string;
  language: Language;
  readonly startedMs: number;
  /** What logs and metrics call it: an operationId, or `none` where no endpoint was meant. */
  operationId = 'none';
  caller: Caller | undefined = undefined;
  /** Of a page: who looks at it, and what its forms bear. */
  session: Session | undefined = undefined;
  formToken = '';
  kept: KeptForm | undefined = undefined;
  /** The form that was sent, to be mended where it is refused; undefined where it may hold a secret. */
  sent: KeptForm | undefined = undefined;
  /** The page to go back to. */
  pageAbove: string | undefined = undefined;
  sessionToken = '';
  rateLimit: RateLimitState | undefined = undefined;
  /** The origin whose pages may read the answer. */
  allowedOrigin: string | undefined = undefined;

  constructor(
    readonly request: Request,
    readonly response: Response,
    clock: Clock,
  ) {
    const sent = request.headers['x-request-id'];
    this.requestId = typeof sent === 'string' && saneId.test(sent) ? sent : newId('req', clock.nowMs());
    this.language = languageOf(request);
    this.startedMs = clock.monotonicMs();
  }

  /** The network address of who calls; worked out when asked for, since few ask. */
  get clientAddress(): string {
    return this.request.ip ?? '';
  }

  get isSecure(): boolean {
    return this.request.secure;
  }
}

/** Starts an exchange and keeps it with its response, for the steps that follow. */
export function beginExchange(request: Request, response: Response, clock: Clock): void {
  response.locals.exchange = new Exchange(request, response, clock);
}

/** The exchange that this response belongs to. */
export function exchangeOf(response: Response): Exchange {
  return response.locals.exchange as Exchange;
}
