import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import type { Authenticate, Caller } from '../http/caller';
import { every } from '../every';
import type { Log } from '../log';
import { createAuthenticate, hasExpired, trustedForMs } from './authenticate';
import { endPerson, type Ending } from './end-person';
import { createEnumerationLimit, type EnumerationLimit } from './enumeration-limit';
import { createKeyRing } from './key-ring';
import type { StoredKey } from './keys-store';
import { createLastUsed, lastUsedEveryMs } from './last-used';
import { writeLastUsed } from './last-used-store';
import type { NamedPerson } from './named-person';
import type { PersonToken } from './person-tokens-store';
import { createRateLimit, type LimitState } from './rate-limit';
import type { Revocation } from './revocation';
import { revokeKey } from './revoke-key';
import { revokeToken } from './revoke-token';

export interface AccessDependencies {
  database: Database;
  clock: Clock;
  log: Log;
}

/** Who may call this service, and how often. */
export interface Access {
  authenticate: Authenticate;
  /** Whether any publishable key may be used from this origin, for preflights. */
  allowsOrigin: (origin: string) => boolean;
  limit: (caller: Caller) => Promise<LimitState> | undefined;
  enumeration: EnumerationLimit;
  /** Whether a key or token that was let in, by its id, still would be: for connections that stay. */
  isLetIn: (keyId: string) => boolean;
  /** Revokes a key; in this process it has stopped working when this resolves. */
  revoke: (idOrPrefix: string) => Promise<Revocation<StoredKey>>;
  /** Revokes a person's token; in this process it has stopped working when this resolves. */
  revokeToken: (idOrPrefix: string) => Promise<Revocation<PersonToken>>;
  /** Ends a person; in this process their tokens have stopped working when this resolves. */
  endPerson: (named: NamedPerson) => Promise<Ending>;
  /** Whether keys can be relied on: for five minutes after the database went away they can. */
  look: () => { ok: boolean; note?: string };
  close: () => Promise<void>;
}

// Twice in the second that a revoked key may still work for.
const refreshEveryMs = 500;
const writeUsesEveryMs = 1_000;
// A few refreshes that failed, rather than one that is late.
const awayFromMs = 3_000;

/** Loads all keys and people's tokens, and keeps them the same as in the database until closed. */
export async function createAccess({ database, clock, log }: AccessDependencies): Promise<Access> {
  const ring = createKeyRing(database, clock);
  const lastUsed = createLastUsed(clock, (uses) => writeLastUsed(database, uses, lastUsedEveryMs));
  await ring.refresh();

  const writeUses = () =>
    lastUsed.flush().catch((error: unknown) => log.warn({ error }, 'the last use of keys was not written'));
  const refreshing = every(refreshEveryMs, () => ring.refresh());
  const writing = every(writeUsesEveryMs, writeUses);

  async function seenHere<Result>(change: Promise<Result>): Promise<Result> {
    const result = await change;
    await ring.refresh();
    return result;
  }

  return {
    authenticate: createAuthenticate({ ring, clock, noteUse: (keyId) => lastUsed.note(keyId) }),
    allowsOrigin: (origin) => ring.allowsOrigin(origin),
    limit: createRateLimit(database, (keyId) => ring.byId(keyId)?.requestsPerMinute ?? null),
    enumeration: createEnumerationLimit(clock),
    isLetIn: (keyId) => {
      const held = ring.byId(keyId);
      return held !== undefined && !hasExpired(held, clock);
    },
    revoke: (idOrPrefix) => seenHere(revokeKey(database, clock, idOrPrefix)),
    revokeToken: (idOrPrefix) => seenHere(revokeToken(database, clock, idOrPrefix)),
    endPerson: (named) => seenHere(endPerson(database, clock, named)),
    look: () => lookAt(ring.ageMs()),
    async close() {
      await refreshing.stop();
      await writing.stop();
      await writeUses();
    },
  };
}

function lookAt(ageMs: number): { ok: boolean; note?: string } {
  if (ageMs <= awayFromMs) return { ok: true };
  return {
    ok: ageMs <= trustedForMs,
    note: 'the database does not answer: only keys known before are let in',
  };
}
