import type { Database } from '../database/open-database';
import { listDepots } from './depots-store';

/** Every depot, and where it is if that was told. */
export async function listDepotPlaces(
  database: Database,
): Promise<{ code: string; place: { lat: number; lon: number } | null }[]> {
  const depots = await listDepots(database);
  return depots.map(({ code, place }) => ({ code, place }));
}
