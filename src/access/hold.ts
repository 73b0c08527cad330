import type { DeviceToken } from './device-tokens-store';
import type { KeyChange } from './held-keys';
import type { StoredKey } from './keys-store';
import type { TokenOfPerson } from './person-tokens-store';
import { scopesOfRole } from './roles';

/** A shop's key as it is held in memory. */
export function holdKey(key: StoredKey): KeyChange {
  const { id, hash, shopId, kind, requestsPerMinute } = key;
  if (key.revokedAtMs !== null) return { id, hash, held: null };
  const scopes = new Set(key.scopes);
  const caller = { kind, shopId, keyId: id, test: key.mode === 'test', scopes };
  return { id, hash, held: { caller, origins: new Set(key.origins), requestsPerMinute, expiresAtMs: null } };
}

/** A person's token as it is held in memory. People have no limit. */
export function holdToken({ person, ...token }: TokenOfPerson): KeyChange {
  const { id, hash } = token;
  if (token.revokedAtMs !== null || person.endedAtMs !== null) return { id, hash, held: null };
  const { id: personId, role, depot } = person;
  const scopes = new Set(scopesOfRole[role]);
  const caller = { kind: 'person' as const, personId, keyId: id, role, depot, scopes };
  return { id, hash, held: { caller, origins: new Set(), requestsPerMinute: null, expiresAtMs: null } };
}

/** A device's token as it is held in memory: for its route alone, until it ends. */
export function holdDevice({ id, hash, routeId, expiresAtMs, revokedAtMs }: DeviceToken): KeyChange {
  if (revokedAtMs !== null) return { id, hash, held: null };
  const scopes = new Set(['driving' as const]);
  const caller = { kind: 'device' as const, routeId, keyId: id, scopes };
  return { id, hash, held: { caller, origins: new Set(), requestsPerMinute: null, expiresAtMs } };
}
