import type { Database } from '../database/open-database';
import type { Correction } from './correction';
import { listCorrections } from './corrections-store';

/** The corrections of a shipment, the newest first; whose it is has been asked. */
export function correctionsOf(database: Database, shipmentId: string): Promise<Correction[]> {
  return listCorrections(database, shipmentId);
}
