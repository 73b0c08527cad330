import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { requireUpkeep } from '../desk/upkeep-rights';
import type { PersonCaller } from '../http/caller';
import { Problem } from '../http/problem';
import { issueKey, type IssuedKey, type KeyRequest } from './issue-key';
import { KeyRefused } from './key-refused';
import { activeAtMost, listKeys, type Shop, type StoredKey } from './keys-store';
import { revokeKey } from './revoke-key';
import { listShops } from './shops-store';
import { conflictOf } from './upkeep-refusals';

export interface ShopsDependencies {
  database: Database;
  clock: Clock;
}

/** A shop with all its keys, revoked ones too, the newest first. */
export interface ShopWithKeys extends Shop {
  keys: StoredKey[];
}

/** Which shop a supervisor does something for. */
export interface ForShop {
  caller: PersonCaller;
  shopId: string;
}

/**
 * Every shop with its keys, by name.
 * @throws Problem forbidden for whoever does not keep up all depots
 */
export async function shopsWithKeys(database: Database, caller: PersonCaller): Promise<ShopWithKeys[]> {
  requireUpkeep(caller, 'shops');
  const shops = await listShops(database);
  const withKeys = new Map(shops.map((shop) => [shop.id, { ...shop, keys: [] as StoredKey[] }]));
  for (const key of await listKeys(database)) withKeys.get(key.shopId)?.keys.push(key);
  return [...withKeys.values()];
}

/**
 * One shop with its keys.
 * @throws Problem forbidden for whoever does not keep up all depots; not-found where there is no such shop
 */
export async function shopWithKeys(database: Database, { caller, shopId }: ForShop): Promise<ShopWithKeys> {
  requireUpkeep(caller, 'shops');
  const shop = (await listShops(database)).find(({ id }) => id === shopId);
  if (shop === undefined) throw new Problem('not-found');
  return { ...shop, keys: await listKeys(database, shop.name) };
}

/**
 * Makes a key, and its shop where there is none of that name.
 * @throws Problem forbidden for whoever does not keep up all depots; invalid-request with every mistake by its field; conflict
 * where the shop has two such keys that work
 */
export async function addShopKey(
  { database, clock }: ShopsDependencies,
  caller: PersonCaller,
  request: KeyRequest,
): Promise<IssuedKey> {
  requireUpkeep(caller, 'shops');
  try {
    return await issueKey(database, clock, request, caller.personId);
  } catch (error) {
    throw error instanceof KeyRefused ? asProblem(error) : error;
  }
}

/**
 * Revokes one of a shop's keys.
 * @throws Problem forbidden for whoever does not keep up all depots; not-found where the shop has no such key; conflict where it
 * was revoked already
 */
export async function stopKey(
  { database, clock }: ShopsDependencies,
  { keyId, ...of }: ForShop & { keyId: string },
): Promise<void> {
  const { keys } = await shopWithKeys(database, of);
  if (!keys.some(({ id }) => id === keyId)) throw new Problem('not-found');
  const { outcome } = await revokeKey(database, clock, keyId, of.caller.personId);
  if (outcome !== 'revoked') throw conflictOf('revoked_already');
}

function asProblem({ mistakes }: KeyRefused): Problem {
  if (mistakes.length === 0) return new Problem('conflict', { detail: TWO_KEYS });
  const errors = mistakes.map(({ field, code, message }) => ({
    in: 'body' as const,
    pointer: `/${field}`,
    code,
    message,
  }));
  return new Problem('invalid-request', { errors });
}

const TWO_KEYS = {
  nl: `Deze winkel heeft al ${activeAtMost} sleutels van deze soort die werken. Trek er eerst een in.`,
  en: `This shop has ${activeAtMost} keys of this kind that work already. Revoke one first.`,
};
