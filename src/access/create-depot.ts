import type { Clock } from '../clock';
import { isDuplicate } from '../database/database-error';
import type { Database } from '../database/open-database';
import { addDepot, type Depot } from './depots-store';

export interface DepotRequest {
  code: string;
  name: string;
  /** As `51.4988,3.6136`: latitude and longitude in degrees. */
  at?: string | undefined;
}

/** A depot that cannot be made as asked, in a sentence. */
export class DepotRefused extends Error {
  override name = 'DepotRefused';
}

const codeForm = /^[A-Z0-9][A-Z0-9-]{0,15}$/;

/** A depot's code as it is kept, from how people write it. */
export function readDepotCode(text: string): string {
  return text.trim().toUpperCase();
}

/**
 * Makes a depot.
 * @throws DepotRefused where its code or name is none, or its code is taken
 */
export async function createDepot(database: Database, clock: Clock, request: DepotRequest): Promise<Depot> {
  const depot = {
    code: codeOf(request),
    name: nameOf(request),
    place: placeOf(request),
    createdAtMs: clock.nowMs(),
  };
  try {
    await addDepot(database, depot);
    return depot;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new DepotRefused(`There is a depot ${depot.code} already ("klopt depots list").`);
  }
}

function codeOf({ code: typed }: DepotRequest): string {
  const code = readDepotCode(typed);
  if (codeForm.test(code)) return code;
  throw new DepotRefused('The code of a depot has 1 to 16 letters, digits and hyphens, as in ZLV.');
}

const placeForm = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;

function placeOf({ at }: DepotRequest): Depot['place'] {
  if (at === undefined) return null;
  const [, lat, lon] = placeForm.exec(at)?.map(Number) ?? [];
  if (lat === undefined || lon === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180)
    throw new DepotRefused('Where a depot is: latitude and longitude in degrees, as in 51.4988,3.6136.');
  return { lat, lon };
}

function nameOf({ name: typed }: DepotRequest): string {
  const name = typed.trim();
  if (name !== '' && name.length <= 100) return name;
  throw new DepotRefused('The name of a depot has 1 to 100 characters.');
}
