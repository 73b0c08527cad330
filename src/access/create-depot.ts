import type { Clock } from '../clock';
import { isDuplicate } from '../database/database-error';
import type { Database } from '../database/open-database';
import { addDepot, type Depot } from './depots-store';

export interface DepotRequest {
  code: string;
  name: string;
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

function nameOf({ name: typed }: DepotRequest): string {
  const name = typed.trim();
  if (name !== '' && name.length <= 100) return name;
  throw new DepotRefused('The name of a depot has 1 to 100 characters.');
}
