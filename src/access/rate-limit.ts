import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { dialectOf } from '../database/dialect';
import type { Database } from '../database/open-database';
import type { Caller } from '../http/caller';
import { within } from './within';

/** What is left of a key's limit, as `src/http/rate-limit.ts` puts it into headers. */
export interface LimitState {
  limit: number;
  windowSeconds: number;
  /** -1 when this request is one too many. */
  remaining: number;
  resetSeconds: number;
}

type Limiter = RateLimiterMemory | RateLimiterPostgres;

const windowSeconds = 60;
const patienceMs = 250;

/**
 * Counts the requests of keys that have a limit; a key without one costs nothing. Replicas count together where they
 * share a PostgreSQL. When that is away or slow each counts for itself: an outage must not stop a shop's checkout.
 */
export function createRateLimit(
  database: Database,
  requestsPerMinuteOf: (keyId: string) => number | null,
): (caller: Caller) => Promise<LimitState> | undefined {
  const own = oncePerNumber((points) => new RateLimiterMemory({ points, duration: windowSeconds }));
  const shared =
    dialectOf(database) === 'postgres' ? oncePerNumber((points) => sharedLimiter(database, points)) : own;

  async function count(keyId: string, limit: number): Promise<LimitState> {
    const { tooMany, result } = await consume(shared(limit), keyId).catch(() => consume(own(limit), keyId));
    return {
      limit,
      windowSeconds,
      remaining: tooMany ? -1 : result.remainingPoints,
      resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
    };
  }

  return ({ keyId }) => {
    const limit = requestsPerMinuteOf(keyId);
    return limit === null ? undefined : count(keyId, limit);
  };
}

function sharedLimiter(database: Database, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: database,
    storeType: 'knex',
    tableName: 'rate_limits',
    tableCreated: true,
    points,
    duration: windowSeconds,
    // Whoever is over the limit is told so from memory.
    inMemoryBlockOnConsumed: points + 1,
  });
}

interface Consumed {
  tooMany: boolean;
  result: RateLimiterRes;
}

// The library rejects with its result for one request too many, and with an error for a database that is away.
async function consume(limiter: Limiter, keyId: string): Promise<Consumed> {
  try {
    return { tooMany: false, result: await within(patienceMs, limiter.consume(keyId)) };
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { tooMany: true, result: refused };
    throw refused;
  }
}

function oncePerNumber<Made>(make: (points: number) => Made): (points: number) => Made {
  const made = new Map<number, Made>();
  return (points) => {
    const known = made.get(points);
    if (known !== undefined) return known;
    const fresh = make(points);
    made.set(points, fresh);
    return fresh;
  };
}
