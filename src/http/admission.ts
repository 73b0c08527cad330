import type { Request } from 'express';
import type { Authenticate, Credentials } from './caller';
import type { Endpoint } from './endpoint';
import type { Exchange } from './exchange';
import { lacksScope } from './lacks-scope';
import { tooManyRequests, type Limit, type RateLimitState } from './rate-limit';
import { whenReady } from './when-ready';

export interface Doorkeepers {
  authenticate: Authenticate;
  limit?: Limit | undefined;
}

type Admit = (exchange: Exchange, next: () => void, fail: (error: unknown) => void) => void;

/** Who may come in: a caller with one of the endpoint's scopes that is within its limit; anyone where it is public. */
export function admission({ scopes, operationId }: Endpoint, { authenticate, limit }: Doorkeepers): Admit {
  if (scopes === 'public') return (_exchange, next) => next();
  return (exchange, next, fail) => {
    whenReady(
      authenticate(credentialsOf(exchange.request)),
      (caller) => {
        exchange.caller = caller;
        if (!scopes.some((scope) => caller.scopes.has(scope))) throw lacksScope(scopes, caller);
        const keepWithin = (state: RateLimitState | undefined) => {
          exchange.rateLimit = state;
          if (state && state.remaining < 0) throw tooManyRequests(state);
          next();
        };
        whenReady(limit?.(caller, operationId), keepWithin, fail);
      },
      fail,
    );
  };
}

function credentialsOf({ headers }: Request): Credentials {
  return { authorization: headers.authorization, origin: headers.origin };
}
