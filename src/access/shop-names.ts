import type { Database } from '../database/open-database';
import { listShops } from './shops-store';

/** What every shop is called, by its id. */
export async function shopNames(database: Database): Promise<ReadonlyMap<string, string>> {
  const shops = await listShops(database);
  return new Map(shops.map(({ id, name }) => [id, name]));
}
