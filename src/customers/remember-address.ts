import type { Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { newId } from '../ids';
import { type KnownCustomerAddress, knownAddressesOf, MOST_KNOWN_ADDRESSES } from './known-address';
import {
  type CustomerOfShop,
  deleteSightings,
  findSightings,
  type NewSighting,
  sightingRow,
} from './known-addresses-store';

/** Occasions that are looked back on; a customer of more has the older ones left out. */
const LOOKED_BACK_ON = 50;

/** The row that remembers an address of a shop's customer, to be written with what made it known. */
export function rememberedAddress(whose: CustomerOfShop, sighting: NewSighting): Insert {
  return sightingRow(newId('kno', sighting.atMs), whose, sighting);
}

/** Forgets what something made known, which was undone. */
export async function forgetAddress(trx: Database, whose: CustomerOfShop, cause: string): Promise<void> {
  await deleteSightings(trx, whose, cause);
}

/** The addresses that a shop's customer is known by, the latest first, at most 20. */
export async function recallAddresses(
  database: Database,
  whose: CustomerOfShop,
): Promise<KnownCustomerAddress[]> {
  return knownAddressesOf(await findSightings(database, whose, LOOKED_BACK_ON)).slice(
    0,
    MOST_KNOWN_ADDRESSES,
  );
}
