import type { Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { newId } from '../ids';
import {
  type AddressParts,
  type KnownCustomerAddress,
  knownAddressesOf,
  type Occasion,
} from './known-address';
import { type CustomerOfShop, findSightings, sightingRow } from './known-addresses-store';

/** Occasions that are looked back on; a customer of more has the older ones left out. */
const LOOKED_BACK_ON = 50;
/** As many as the check takes beside an entry. */
const MOST_KNOWN = 20;

/** The row that remembers an address of a shop's customer, to be written with what made it known. */
export function rememberedAddress(
  whose: CustomerOfShop,
  address: AddressParts,
  occasion: Occasion,
  nowMs: number,
): Insert {
  return sightingRow(newId('kno', nowMs), whose, { ...address, occasion, atMs: nowMs });
}

/** The addresses that a shop's customer is known by, the latest first, at most 20. */
export async function recallAddresses(
  database: Database,
  whose: CustomerOfShop,
): Promise<KnownCustomerAddress[]> {
  return knownAddressesOf(await findSightings(database, whose, LOOKED_BACK_ON)).slice(0, MOST_KNOWN);
}
