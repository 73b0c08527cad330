import type { Database } from '../database/open-database';
import { listKeys, type StoredKey } from './keys-store';

/** The newest secret key of a shop that works; undefined where it has none, or there is no such shop. */
export async function workingKey(database: Database, shopName: string): Promise<StoredKey | undefined> {
  const keys = await listKeys(database, shopName);
  return keys.find(
    ({ kind, mode, revokedAtMs }) => kind === 'secret' && mode === 'live' && revokedAtMs === null,
  );
}
