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

/** The names of people, ended or not. */
export async function findPeopleNames(database: Database, personIds: readonly string[]): Promise<NamedRow[]> {
  if (personIds.length === 0) return [];
  return database<NamedRow>('people').whereIn('id', personIds).select('id', 'name');
}

/** Whose a key or token is, and what it begins with; revoked ones too. */
export interface HolderRow extends NamedRow {
  prefix: string;
}

/** The shops that keys are of. */
export async function findKeyHolders(database: Database, keyIds: readonly string[]): Promise<HolderRow[]> {
  if (keyIds.length === 0) return [];
  return database('api_keys')
    .join('shops', 'shops.id', 'api_keys.shop_id')
    .whereIn('api_keys.id', keyIds)
    .select<HolderRow[]>('api_keys.id', 'api_keys.prefix', 'shops.name');
}

/** The people whose tokens these are. */
export async function findTokenHolders(
  database: Database,
  tokenIds: readonly string[],
): Promise<HolderRow[]> {
  if (tokenIds.length === 0) return [];
  return database('person_tokens')
    .join('people', 'people.id', 'person_tokens.person_id')
    .whereIn('person_tokens.id', tokenIds)
    .select<HolderRow[]>('person_tokens.id', 'person_tokens.prefix', 'people.name');
}
