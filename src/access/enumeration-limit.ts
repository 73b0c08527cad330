import { hash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import { networkOf } from './client-address';

export interface EnumerationLimits {
  /** Distinct postcodes an hour from one network by one key; a shopper needs one or two. */
  postcodesPerClient: number;
  /** Distinct postcodes an hour by one key, whoever asks: stops whoever asks from everywhere. */
  postcodesPerKey: number;
}

export const enumerationLimits: EnumerationLimits = { postcodesPerClient: 60, postcodesPerKey: 20_000 };

export interface EnumerationVerdict {
  allowed: boolean;
  /** Until more may be asked; 0 where allowed. */
  retryAfterSeconds: number;
}

export interface EnumerationLimit {
  /** Counts a postcode that a publishable key asks about, for a client at a network address. */
  ask(keyId: string, clientAddress: string, postcode: string): EnumerationVerdict;
}

const hourMs = 3_600_000;
/** Postcodes remembered, in all: some 60 MB at most, should it ever come to that. */
const rememberAtMost = 500_000;

/**
 * Keeps the register from being copied out through a publishable key. Asking about the same postcode again is free.
 * Counted per process, by the hour of the clock; of an address only a hash is kept, salted anew each hour.
 */
export function createEnumerationLimit(clock: Clock, limits = enumerationLimits): EnumerationLimit {
  const allowed: EnumerationVerdict = { allowed: true, retryAfterSeconds: 0 };
  let hour = -1;
  let salt = '';
  let remembered = 0;
  let asked = new Map<string, Set<string>>();

  function startHour(now: number): void {
    hour = now;
    salt = randomBytes(16).toString('hex');
    remembered = 0;
    asked = new Map();
  }

  function within(who: string, postcode: string, limit: number): boolean {
    const postcodes = asked.get(who) ?? new Set();
    if (postcodes.has(postcode)) return true;
    if (postcodes.size >= limit) return false;
    if (remembered >= rememberAtMost) return true;
    remembered += 1;
    asked.set(who, postcodes.add(postcode));
    return true;
  }

  return {
    ask(keyId, clientAddress, postcode) {
      const nowMs = clock.nowMs();
      if (Math.floor(nowMs / hourMs) !== hour) startHour(Math.floor(nowMs / hourMs));
      const client = hash('sha256', `${salt} ${keyId} ${networkOf(clientAddress)}`, 'base64');
      const fits =
        within(client, postcode, limits.postcodesPerClient) &&
        within(keyId, postcode, limits.postcodesPerKey);
      return fits
        ? allowed
        : { allowed: false, retryAfterSeconds: Math.ceil((hourMs - (nowMs % hourMs)) / 1000) };
    },
  };
}
