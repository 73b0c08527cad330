import { newId } from '../ids';
import type { PersonToken } from './person-tokens-store';
import { hashToken, newToken, prefixOf } from './token-format';

export interface MadeToken {
  /** The token itself: this is the only time that it can be seen. */
  token: string;
  stored: PersonToken;
}

/** A new token for a person, as `klopt_person_…`, and what is to be kept of it. */
export function makeToken(personId: string, nowMs: number): MadeToken {
  const token = newToken('person');
  const stored = {
    id: newId('tok', nowMs),
    personId,
    prefix: prefixOf(token),
    hash: hashToken(token),
    createdAtMs: nowMs,
    lastUsedAtMs: null,
    revokedAtMs: null,
  };
  return { token, stored };
}
