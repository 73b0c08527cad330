import { markChanged } from '../database/change-marker';
import { insertTogether } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import type { ShopScope } from '../http/caller';
import { auditedAccess } from './audited-access';
import type { By } from './by';
import type { ChangeRange } from './held-keys';
import type { KeyKind, KeyMode } from './key-format';

/** A key as it is kept: everything but the key. Times are milliseconds since 1970. */
export interface StoredKey {
  id: string;
  shopId: string;
  shopName: string;
  kind: KeyKind;
  mode: KeyMode;
  prefix: string;
  hash: string;
  scopes: ShopScope[];
  origins: string[];
  requestsPerMinute: number | null;
  createdAtMs: number;
  lastUsedAtMs: number | null;
  revokedAtMs: number | null;
}

export interface Shop {
  id: string;
  name: string;
}

/** How many keys of one shop, kind and mode may be active at once: the old and the new while they are changed over. */
export const activeAtMost = 2;

interface KeyRow {
  id: string;
  shop_id: string;
  shop_name: string;
  kind: KeyKind;
  mode: KeyMode;
  prefix: string;
  hash: string;
  scopes: string;
  origins: string;
  requests_per_minute: number | null;
  created_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
}

/** Adds a shop where there is none at all; false, and nothing added, where there is one. */
export async function addFirstShop(database: Database, shop: Shop, nowMs: number): Promise<boolean> {
  return transaction(database, async (trx) => {
    if (await trx('shops').first<Shop | undefined>('id')) return false;
    await findOrAddShop(trx, shop, nowMs);
    return true;
  });
}

/**
 * Adds a key, and its shop where no shop has that name yet; returns it with the shop that it went to. Returns null, and
 * adds nothing, where two are active already.
 */
export async function addKey(database: Database, key: StoredKey, actor: string): Promise<StoredKey | null> {
  return transaction(database, async (trx) => {
    const shopId = await findOrAddShop(trx, { id: key.shopId, name: key.shopName }, key.createdAtMs);
    const { kind, mode } = key;
    const active = await trx('api_keys')
      .where({ shop_id: shopId, kind, mode })
      .whereNull('revoked_at')
      .pluck<string[]>('id');
    if (active.length >= activeAtMost) return null;
    const version = await markChanged(trx, 'api_keys');
    const added = { ...key, shopId };
    const keys = { table: 'api_keys', rows: [{ ...rowOf(added), version }] };
    await insertTogether(trx, [keys, auditedAccess('key.issued', key.id, key.createdAtMs, actor)]);
    return added;
  });
}

async function findOrAddShop(trx: Database, shop: Shop, nowMs: number): Promise<string> {
  await trx('shops').insert({ id: shop.id, name: shop.name, created_at: nowMs }).onConflict('name').ignore();
  const found = await trx<{ id: string; name: string }>('shops').where({ name: shop.name }).first('id');
  return found?.id ?? shop.id;
}

/** Every key, or those of one shop, the newest first. */
export async function listKeys(database: Database, shopName?: string): Promise<StoredKey[]> {
  const query = keyRows(database).orderBy('api_keys.id', 'desc');
  return ((await (shopName === undefined ? query : query.where({ 'shops.name': shopName }))) as KeyRow[]).map(
    keyOf,
  );
}

/** Keys, revoked ones too, whose id or prefix this is; an id names one, a prefix can name several. */
export async function findKeys(database: Database, idOrPrefix: string): Promise<StoredKey[]> {
  const query = keyRows(database)
    .where({ 'api_keys.id': idOrPrefix })
    .orWhere({ 'api_keys.prefix': idOrPrefix });
  return ((await query) as KeyRow[]).map(keyOf);
}

/** Revokes a key; false where it was revoked already: of two who revoke it at once one does. */
export async function markRevoked(database: Database, keyId: string, by: By): Promise<boolean> {
  return transaction(database, async (trx) => {
    const version = await markChanged(trx, 'api_keys');
    const active = { id: keyId, revoked_at: null };
    const revoked = await trx('api_keys').where(active).update({ revoked_at: by.atMs, version });
    if (revoked > 0) await insertTogether(trx, [auditedAccess('key.revoked', keyId, by.atMs, by.actor)]);
    return revoked > 0;
  });
}

/** The keys that these changes made or revoked. */
export async function readChangedKeys(
  database: Database,
  { after, upTo }: ChangeRange,
): Promise<StoredKey[]> {
  const rows = keyRows(database).where('version', '>', after).where('version', '<=', upTo);
  return ((await rows) as KeyRow[]).map(keyOf);
}

function keyRows(database: Database) {
  return database('api_keys')
    .join('shops', 'shops.id', 'api_keys.shop_id')
    .select('api_keys.*', 'shops.name as shop_name');
}

function rowOf(key: StoredKey): Omit<KeyRow, 'shop_name'> {
  return {
    id: key.id,
    shop_id: key.shopId,
    kind: key.kind,
    mode: key.mode,
    prefix: key.prefix,
    hash: key.hash,
    scopes: JSON.stringify(key.scopes),
    origins: JSON.stringify(key.origins),
    requests_per_minute: key.requestsPerMinute,
    created_at: key.createdAtMs,
    last_used_at: key.lastUsedAtMs,
    revoked_at: key.revokedAtMs,
  };
}

function keyOf(row: KeyRow): StoredKey {
  return {
    id: row.id,
    shopId: row.shop_id,
    shopName: row.shop_name,
    kind: row.kind,
    mode: row.mode,
    prefix: row.prefix,
    hash: row.hash,
    scopes: JSON.parse(row.scopes) as ShopScope[],
    origins: JSON.parse(row.origins) as string[],
    requestsPerMinute: row.requests_per_minute,
    createdAtMs: row.created_at,
    lastUsedAtMs: row.last_used_at,
    revokedAtMs: row.revoked_at,
  };
}
