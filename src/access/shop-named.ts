import { didYouMean } from '../did-you-mean';
import type { Database } from '../database/open-database';
import type { Shop } from './keys-store';
import { listShops } from './shops-store';

/** A name that no shop has, in a sentence. */
export class ShopUnknown extends Error {
  override name = 'ShopUnknown';
}

const MOST_SHOWN = 10;

/**
 * The shop that has this name.
 * @throws ShopUnknown with those that there are, and how to make one
 */
export async function shopNamed(database: Database, typed: string): Promise<Shop> {
  const name = typed.trim();
  const shops = await listShops(database);
  const found = shops.find((shop) => shop.name === name);
  if (found) return found;
  const names = shops.map((shop) => shop.name);
  throw new ShopUnknown(
    `There is no shop "${name}"${others(name, names)} Make one with: klopt keys create --shop "${name}"`,
  );
}

function others(name: string, names: readonly string[]): string {
  const meant = didYouMean(name, names);
  if (meant !== undefined) return `. Did you mean "${meant}"?`;
  if (names.length === 0) return '; there are none yet.';
  const shown = names.slice(0, MOST_SHOWN).join(', ');
  return `; there are: ${shown}${names.length > MOST_SHOWN ? ', …' : ''}.`;
}
