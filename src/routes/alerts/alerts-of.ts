import type { Database } from '../../database/open-database';
import type { PersonCaller } from '../../http/caller';
import type { Alert } from './alert';
import { listAllOpen } from './alerts-store';
import { alertReachOf } from './close-alert';

/** What an agent must look at now of a shipment, the newest first, as far as it is theirs to see. */
export function alertsOf(database: Database, caller: PersonCaller, shipmentId: string): Promise<Alert[]> {
  return listAllOpen(database, alertReachOf(caller), shipmentId);
}
