import type { Clock } from '../clock';
import type { Authenticate, Caller } from '../http/caller';
import { Problem } from '../http/problem';
import type { HeldKey } from './held-keys';
import type { KeyRing } from './key-ring';
import { hashToken, wordOf } from './token-format';
import { within } from './within';

export interface AuthenticateDependencies {
  ring: KeyRing;
  clock: Clock;
  /** Told of each use; must cost next to nothing. */
  noteUse: (keyId: string) => void;
  /** 250 ms unless told otherwise. */
  patienceMs?: number;
}

/** How old what is known of keys may be: a revoked key works no longer than this. */
export const certainForMs = 1_000;
/** How long keys that are known keep working when the database is down. */
export const trustedForMs = 5 * 60_000;
/** How long a request waits for the database, out of the 800 ms that its client waits for the answer. */
const PATIENCE_MS = 250;

const scheme = /^bearer +/i;

/**
 * Authenticates by `Authorization: Bearer …`, a shop's key, or a person's or device's token. A key that is known answers at once (0.75 µs, most of it SHA-256: bench/authenticate.ts); only
 * one that is not, or a service that has not heard of its database for a second, waits for one look at that. While the
 * database is down, known keys keep working for five minutes, and others get 503, never 401: it may well be valid.
 */
export function createAuthenticate({
  ring,
  clock,
  noteUse,
  patienceMs = PATIENCE_MS,
}: AuthenticateDependencies): Authenticate {
  let failedAtMs = -Infinity;

  function admit(held: HeldKey | undefined, origin: string | undefined): Caller {
    if (!held || hasExpired(held, clock)) throw unknownKey();
    if (held.caller.kind === 'publishable') refuseOtherOrigins(held, origin);
    noteUse(held.caller.keyId);
    return held.caller;
  }

  async function refreshInTime(): Promise<boolean> {
    try {
      await within(patienceMs, ring.refresh());
      return true;
    } catch {
      failedAtMs = clock.monotonicMs();
      return false;
    }
  }

  async function admitWhenCertain(hash: string, origin: string | undefined): Promise<Caller> {
    const justFailed = clock.monotonicMs() - failedAtMs < certainForMs;
    const certain = !justFailed && (await refreshInTime());
    if (!certain && ring.ageMs() > trustedForMs) throw unavailable();
    return admit(ring.find(hash), origin);
  }

  async function admitIfNew(hash: string, origin: string | undefined): Promise<Caller> {
    if (!(await refreshInTime())) throw unavailable();
    return admit(ring.find(hash), origin);
  }

  return ({ authorization, origin }) => {
    const key = keyIn(authorization);
    const hash = hashToken(key);
    const held = ring.find(hash);
    if (held) return ring.ageMs() <= certainForMs ? admit(held, origin) : admitWhenCertain(hash, origin);
    if (wordOf(key) === null) throw notAKey();
    return admitIfNew(hash, origin);
  };
}

/** Whether a token has ended by itself. */
export function hasExpired({ expiresAtMs }: HeldKey, clock: Clock): boolean {
  return expiresAtMs !== null && clock.nowMs() >= expiresAtMs;
}

function keyIn(authorization: string | undefined): string {
  if (authorization === undefined) throw new Problem('unauthenticated', challenge);
  if (!scheme.test(authorization)) throw notAKey();
  return authorization.replace(scheme, '');
}

// Anyone can forge an Origin outside a browser; this keeps the key out of other shops' pages and out of servers' habits.
function refuseOtherOrigins({ origins }: HeldKey, origin: string | undefined): void {
  if (origin !== undefined && origins.has(origin)) return;
  const en =
    'This publishable key works only in browsers, on the pages it was made for; on a server use a secret key.';
  const nl =
    "Deze publieke sleutel werkt alleen in browsers, op de pagina's waarvoor hij is gemaakt; gebruik op een server een geheime sleutel.";
  throw new Problem('forbidden', { detail: { nl, en } });
}

const challenge = { headers: { 'WWW-Authenticate': 'Bearer' } };

function notAKey(): Problem {
  return new Problem('unauthenticated', {
    ...challenge,
    detail: {
      nl: 'Dit is geen hele sleutel of token: er ontbreekt iets of er staat een tikfout in. Kopieer hem opnieuw.',
      en: 'This is not a whole key or token: something is missing or mistyped. Copy it again.',
    },
  });
}

function unknownKey(): Problem {
  return new Problem('unauthenticated', {
    ...challenge,
    detail: {
      nl: 'Deze sleutel of dit token bestaat hier niet, is verlopen, of is ingetrokken.',
      en: 'This key or token does not exist here, has expired, or has been revoked.',
    },
  });
}

function unavailable(): Problem {
  return new Problem('unavailable', { headers: { 'Retry-After': '5' } });
}
