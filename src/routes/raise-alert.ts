import type { Database } from '../database/open-database';
import { newId } from '../ids';

/** What an agent must look at now. */
export interface NewAlert {
  kind: 'instruction_unacknowledged' | 'window_at_risk' | 'correction_expired' | 'delivered_unacknowledged';
  depot: string | null;
  subject: string;
  routeId: string | null;
  shipmentId: string | null;
  correctionId: string | null;
}

/** Raises an alert within a transaction, unless there is one of its subject already. */
export async function raiseAlert(trx: Database, alert: NewAlert, nowMs: number): Promise<void> {
  const { kind, depot, subject, routeId, shipmentId, correctionId } = alert;
  const about = { route_id: routeId, shipment_id: shipmentId, correction_id: correctionId };
  await trx('alerts')
    .insert({ id: newId('alt', nowMs), kind, depot, subject, ...about, raised_at: nowMs })
    .onConflict(trx.raw('(kind, subject) WHERE closed_at IS NULL'))
    .ignore();
}
