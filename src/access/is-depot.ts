import type { Database } from '../database/open-database';
import { listDepots } from './depots-store';

/** Whether the carrier has a depot of this code. */
export async function isDepot(database: Database, code: string): Promise<boolean> {
  return (await listDepots(database)).some((depot) => depot.code === code);
}
