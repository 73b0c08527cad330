import type { Database } from '../../database/open-database';
import type { Alert } from './alert';
import { listAllOpen } from './alerts-store';

/** The alerts that nobody has closed: of one shipment, or of all, whosever they are. */
export async function openAlerts(database: Database, shipmentId: string | null = null): Promise<Alert[]> {
  return listAllOpen(database, {}, shipmentId);
}
