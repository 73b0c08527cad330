import type { Database } from '../database/open-database';

interface NamedRow {
  id: string;
  name: string;
}

/** The names of people, ended or not, and of a shop; all by one statement. */
export async function findNames(
  database: Database,
  personIds: readonly string[],
  shopId: string,
): Promise<NamedRow[]> {
  const shop = database<NamedRow>('shops').where({ id: shopId }).select('id', 'name');
  const people = database<NamedRow>('people').whereIn('id', personIds).select('id', 'name');
  return people.unionAll(shop);
}
