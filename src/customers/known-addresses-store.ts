import type { Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { preparedAs } from '../database/prepared';
import type { AddressParts, Occasion, Sighting } from './known-address';

interface SightingRow {
  id: string;
  shop_id: string;
  customer: string;
  occasion: Occasion;
  cause: string;
  at: number;
  street: string;
  house_number: number;
  addition: string | null;
  postcode: string | null;
  city: string;
}

/** Whose address it is: a shop's customer, by a keyed hash of the shop's own name for them. */
export interface CustomerOfShop {
  shopId: string;
  customer: string;
}

/** An address that became known, and the id of the shipment or correction by which it did. */
export type NewSighting = Sighting & { cause: string };

export function sightingRow(id: string, { shopId, customer }: CustomerOfShop, sighting: NewSighting): Insert {
  const row: Record<keyof SightingRow, string | number | null> = {
    id,
    shop_id: shopId,
    customer,
    occasion: sighting.occasion,
    cause: sighting.cause,
    at: sighting.atMs,
    street: sighting.street,
    house_number: sighting.houseNumber,
    addition: sighting.houseNumberAddition,
    postcode: sighting.postcode,
    city: sighting.city,
  };
  return { table: 'known_addresses', rows: [row] };
}

const SIGHTING_COLUMNS = [
  'occasion',
  'at',
  'street',
  'house_number',
  'addition',
  'postcode',
  'city',
] as const;

/** The latest occasions on which a customer had an address, the latest first. */
export async function findSightings(
  database: Database,
  { shopId, customer }: CustomerOfShop,
  limit: number,
): Promise<Sighting[]> {
  const rows = await database<SightingRow>('known_addresses')
    .where({ shop_id: shopId, customer })
    .orderBy('at', 'desc')
    .limit(limit)
    .select(...SIGHTING_COLUMNS)
    .options(preparedAs('the sightings of a customer'));
  return rows.map((row) => ({ ...partsOf(row), occasion: row.occasion, atMs: row.at }));
}

export async function deleteSightings(
  database: Database,
  { shopId, customer }: CustomerOfShop,
  cause: string,
): Promise<void> {
  await database<SightingRow>('known_addresses').where({ shop_id: shopId, customer, cause }).delete();
}

function partsOf(row: Pick<SightingRow, (typeof SIGHTING_COLUMNS)[number]>): AddressParts {
  return {
    street: row.street,
    houseNumber: row.house_number,
    houseNumberAddition: row.addition,
    postcode: row.postcode,
    city: row.city,
  };
}
