import type { Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { preparedAs, rowsOf } from '../database/prepared';
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

/** Whether the same thing made the same address known on such an occasion before. */
export async function hasSighting(
  database: Database,
  { shopId, customer }: CustomerOfShop,
  { occasion, cause, ...parts }: NewSighting,
): Promise<boolean> {
  const row = await database<SightingRow>('known_addresses')
    .where({ shop_id: shopId, customer, occasion, cause, street: parts.street, city: parts.city })
    .where({ house_number: parts.houseNumber, addition: parts.houseNumberAddition, postcode: parts.postcode })
    .first('id');
  return row !== undefined;
}

type FoundSighting = Omit<SightingRow, 'id' | 'shop_id' | 'customer' | 'cause'> & { whose: number };

const latestOf = (whose: number, limit: number) =>
  `SELECT * FROM (SELECT ${whose} AS whose, occasion, at, street, house_number, addition, postcode, city
     FROM known_addresses WHERE shop_id = ? AND customer = ? ORDER BY at DESC LIMIT ${limit}) AS latest${whose}`;

/** The latest occasions on which each of these customers had an address, the latest first; all by one statement. */
export async function findSightings(
  database: Database,
  customers: readonly CustomerOfShop[],
  limit: number,
): Promise<Sighting[][]> {
  const sql = customers.map((_, whose) => latestOf(whose, limit)).join(' UNION ALL ');
  const bindings = customers.flatMap(({ shopId, customer }) => [shopId, customer]);
  const answer: unknown = await database.raw(sql, bindings).options(preparedAs(sql));
  const found = customers.map((): Sighting[] => []);
  for (const row of rowsOf<FoundSighting>(answer))
    found[row.whose]?.push({ ...partsOf(row), occasion: row.occasion, atMs: row.at });
  for (const sightings of found) sightings.sort((a, b) => b.atMs - a.atMs);
  return found;
}

export async function deleteSightings(
  database: Database,
  { shopId, customer }: CustomerOfShop,
  cause: string,
): Promise<void> {
  await database<SightingRow>('known_addresses').where({ shop_id: shopId, customer, cause }).delete();
}

function partsOf(row: FoundSighting): AddressParts {
  return {
    street: row.street,
    houseNumber: row.house_number,
    houseNumberAddition: row.addition,
    postcode: row.postcode,
    city: row.city,
  };
}
