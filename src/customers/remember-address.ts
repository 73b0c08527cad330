import type { Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { newId } from '../ids';
import {
  type KnownCustomerAddress,
  knownAddressesOf,
  MOST_KNOWN_ADDRESSES,
  type Sighting,
} from './known-address';
import {
  type CustomerOfShop,
  deleteSightings,
  findSightings,
  hasSighting,
  type NewSighting,
  sightingRow,
} from './known-addresses-store';

/** Occasions that are looked back on; a customer of more has the older ones left out. */
const LOOKED_BACK_ON = 50;

/** The row that remembers an address of a shop's customer, to be written with what made it known. */
export function rememberedAddress(whose: CustomerOfShop, sighting: NewSighting): Insert {
  return sightingRow(newId('kno', sighting.atMs), whose, sighting);
}

/** As rememberedAddress, within a transaction, for what may have made it known already: then there is no row. */
export async function rememberedOnce(
  trx: Database,
  whose: CustomerOfShop,
  sighting: NewSighting,
): Promise<Insert[]> {
  return (await hasSighting(trx, whose, sighting)) ? [] : [rememberedAddress(whose, sighting)];
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
  const [sightings = []] = await findSightings(database, [whose], LOOKED_BACK_ON);
  return knownBy(sightings);
}

interface Waiting {
  whose: CustomerOfShop;
  recalled: (known: KnownCustomerAddress[]) => void;
  failed: (error: unknown) => void;
}

/** SQLite joins at most 500 selects, and PostgreSQL keeps a plan for each number of them. */
const MOST_AT_ONCE = 50;

const waiting = new WeakMap<Database, Waiting[]>();

/** As recallAddresses, for many who ask: those who do in one turn of the process are answered by one statement. */
export function recallGathered(database: Database, whose: CustomerOfShop): Promise<KnownCustomerAddress[]> {
  const all = waiting.get(database) ?? [];
  waiting.set(database, all);
  if (all.length === 0) setImmediate(() => recallWaiting(database, all));
  return new Promise((recalled, failed) => all.push({ whose, recalled, failed }));
}

function recallWaiting(database: Database, all: Waiting[]): void {
  while (all.length > 0) void recallAll(database, all.splice(0, MOST_AT_ONCE));
}

async function recallAll(database: Database, all: readonly Waiting[]): Promise<void> {
  try {
    const customers = all.map(({ whose }) => whose);
    const found = await findSightings(database, customers, LOOKED_BACK_ON);
    all.forEach(({ recalled }, n) => recalled(knownBy(found[n] ?? [])));
  } catch (error) {
    for (const { failed } of all) failed(error);
  }
}

function knownBy(sightings: readonly Sighting[]): KnownCustomerAddress[] {
  return knownAddressesOf(sightings).slice(0, MOST_KNOWN_ADDRESSES);
}
