import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { findKeys, markRevoked, type StoredKey } from './keys-store';

export type Revocation =
  | { outcome: 'revoked' | 'already_revoked'; key: StoredKey }
  | { outcome: 'unknown' }
  | { outcome: 'several'; keys: StoredKey[] };

/** Revokes the key with this id or prefix; it stops working within a second, in every replica. */
export async function revokeKey(database: Database, clock: Clock, idOrPrefix: string): Promise<Revocation> {
  const [key, ...others] = await findKeys(database, idOrPrefix);
  if (!key) return { outcome: 'unknown' };
  if (others.length > 0) return { outcome: 'several', keys: [key, ...others] };
  if (key.revokedAtMs !== null) return { outcome: 'already_revoked', key };
  await markRevoked(database, key.id, clock.nowMs());
  return { outcome: 'revoked', key };
}
