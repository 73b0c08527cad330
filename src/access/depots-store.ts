import { insertTogether } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { auditedAccess } from './audited-access';

/** Where routes start; people, routes and shipments name it by its code. */
export interface Depot {
  code: string;
  name: string;
  createdAtMs: number;
}

interface DepotRow {
  code: string;
  name: string;
  created_at: number;
}

/** Adds a depot; rejects where one has its code already (`isDuplicate`). */
export async function addDepot(database: Database, { code, name, createdAtMs }: Depot): Promise<void> {
  const depots = { table: 'depots', rows: [{ code, name, created_at: createdAtMs }] };
  await insertTogether(database, [depots, auditedAccess('depot.created', code, createdAtMs)]);
}

/** Every depot, by its code. */
export async function listDepots(database: Database): Promise<Depot[]> {
  const rows = await database<DepotRow>('depots').orderBy('code');
  return rows.map((row) => ({ code: row.code, name: row.name, createdAtMs: row.created_at }));
}
