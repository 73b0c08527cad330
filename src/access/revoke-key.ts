import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { findKeys, markRevoked, type StoredKey } from './keys-store';
import { OPERATOR } from './by';
import { revokeOnly, type Revocation } from './revocation';

/** Revokes the key with this id or prefix; it stops working within a second, in every replica. */
export async function revokeKey(
  database: Database,
  clock: Clock,
  idOrPrefix: string,
  actor: string = OPERATOR,
): Promise<Revocation<StoredKey>> {
  const found = await findKeys(database, idOrPrefix);
  return revokeOnly(found, ({ id }) => markRevoked(database, id, { actor, atMs: clock.nowMs() }));
}
