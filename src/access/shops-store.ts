import type { Database } from '../database/open-database';
import type { Shop } from './keys-store';

/** Every shop, by name. */
export async function listShops(database: Database): Promise<Shop[]> {
  return database<Shop>('shops').orderBy('name').select('id', 'name');
}
