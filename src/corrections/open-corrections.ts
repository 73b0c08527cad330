import type { Database } from '../database/open-database';
import { listOpen, type OpenCorrection } from './corrections-store';

export type { OpenCorrection } from './corrections-store';

/** The corrections that are still to be decided: of one shipment, or of all, whosever they are. */
export async function openCorrections(
  database: Database,
  shipmentId: string | null = null,
): Promise<OpenCorrection[]> {
  return listOpen(database, shipmentId);
}
