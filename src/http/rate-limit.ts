import type { Caller } from './caller';
import { Problem } from './problem';

/** How much a caller has left of what it may ask in a window of time. */
export interface RateLimitState {
  limit: number;
  windowSeconds: number;
  /** Below zero when this request is one too many. */
  remaining: number;
  resetSeconds: number;
}

/** Counts a request of this caller; undefined where it has no limit. Without waiting where it can. */
export type Limit = (
  caller: Caller,
  operationId: string,
) => RateLimitState | undefined | Promise<RateLimitState | undefined>;

/** The RateLimit headers (draft-ietf-httpapi-ratelimit-headers-10), names and values in turn. */
export function rateLimitHeaders(state: RateLimitState): string[] {
  return [
    'RateLimit-Policy',
    `"default";q=${state.limit};w=${state.windowSeconds}`,
    'RateLimit',
    `"default";r=${Math.max(0, state.remaining)};t=${state.resetSeconds}`,
  ];
}

/** The problem of one request too many. */
export function tooManyRequests(state: RateLimitState): Problem {
  return new Problem('too-many-requests', { headers: { 'Retry-After': String(state.resetSeconds) } });
}
