import { insertTogether } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { auditedAccess } from './audited-access';

/** Where routes start; people, routes and shipments name it by its code. */
export interface Depot {
  code: string;
  name: string;
  /** Where it is; null where that was not told. */
  place: { lat: number; lon: number } | null;
  createdAtMs: number;
}

interface DepotRow {
  code: string;
  name: string;
  lat: number | null;
  lon: number | null;
  created_at: number;
}

/** Adds a depot; rejects where one has its code already (`isDuplicate`). */
export async function addDepot(database: Database, { code, name, place, createdAtMs }: Depot): Promise<void> {
  const { lat, lon } = place ?? { lat: null, lon: null };
  const depots = { table: 'depots', rows: [{ code, name, lat, lon, created_at: createdAtMs }] };
  await insertTogether(database, [depots, auditedAccess('depot.created', code, createdAtMs)]);
}

/** Every depot, by its code. */
export async function listDepots(database: Database): Promise<Depot[]> {
  const rows = await database<DepotRow>('depots').orderBy('code');
  return rows.map(({ code, name, lat, lon, created_at }) => ({
    ...{ code, name, createdAtMs: created_at },
    place: lat === null || lon === null ? null : { lat, lon },
  }));
}
