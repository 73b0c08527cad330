import type { Database } from '../database/open-database';
import { whereAmong } from '../database/where-among';
import type { Taking } from './queue-item';

interface TakenCaseRow {
  shipment_id: string;
  person_id: string;
  taken_at: number;
}

const TABLE = 'taken_cases';

/** Who has taken which of these shipments' cases, done or not. */
export async function readTakings(
  database: Database,
  shipmentIds: readonly string[],
): Promise<ReadonlyMap<string, Taking>> {
  if (shipmentIds.length === 0) return new Map();
  const query = database<TakenCaseRow>(TABLE).select('shipment_id', 'person_id', 'taken_at');
  whereAmong(database, query, 'shipment_id', shipmentIds);
  const rows: TakenCaseRow[] = await query;
  return new Map(
    rows.map(({ shipment_id, person_id, taken_at }) => [
      shipment_id,
      { personId: person_id, sinceMs: taken_at },
    ]),
  );
}

/** Keeps whose a case is from now on, over whoever had it; null for nobody. The shipment is locked. */
export async function keepTaking(trx: Database, shipmentId: string, taking: Taking | null): Promise<void> {
  const table = trx<TakenCaseRow>(TABLE);
  if (taking === null) {
    await table.where({ shipment_id: shipmentId }).delete();
    return;
  }
  const row = { shipment_id: shipmentId, person_id: taking.personId, taken_at: taking.sinceMs };
  await table.insert(row).onConflict('shipment_id').merge();
}
