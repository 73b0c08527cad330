import { bulkUpdate } from '../database/bulk-update';
import type { Database } from '../database/open-database';

interface LookerRow {
  id: string;
  shipment_id: string;
  person_id: string;
  looks_until: number;
}

/** Somebody who looks at a case. */
export interface Looker {
  /** Of the page that they have open. */
  id: string;
  shipmentId: string;
  personId: string;
  /** Until when that holds without being said again, in milliseconds since 1970. */
  untilMs: number;
}

const TABLE = 'case_lookers';

export async function addLooker(database: Database, looker: Looker): Promise<void> {
  const { id, shipmentId, personId, untilMs } = looker;
  const row = { id, shipment_id: shipmentId, person_id: personId, looks_until: untilMs };
  await database<LookerRow>(TABLE).insert(row);
}

export async function prolongLookers(
  database: Database,
  ids: readonly string[],
  untilMs: number,
): Promise<void> {
  await bulkUpdate(
    database,
    TABLE,
    ['id', 'looks_until'],
    ids.map((id) => ({ id, looks_until: untilMs })),
  );
}

export async function removeLookers(database: Database, ids: readonly string[]): Promise<void> {
  await database<LookerRow>(TABLE).whereIn('id', ids).delete();
}

/** Forgets what a process that was killed left. */
export async function forgetLookersBefore(database: Database, beforeMs: number): Promise<void> {
  await database<LookerRow>(TABLE).where('looks_until', '<', beforeMs).delete();
}

/** Whoever looks at a case now, each of them once. */
export async function readLookersOf(
  database: Database,
  shipmentId: string,
  nowMs: number,
): Promise<string[]> {
  const rows = await database<LookerRow>(TABLE)
    .distinct('person_id')
    .where({ shipment_id: shipmentId })
    .andWhere('looks_until', '>=', nowMs)
    .orderBy('person_id');
  return rows.map(({ person_id }) => person_id);
}

/** Whoever looks at which case now, each of them once for a case; as many as there are people at the desk. */
export async function readLookers(
  database: Database,
  nowMs: number,
): Promise<Pick<Looker, 'shipmentId' | 'personId'>[]> {
  const rows = await database<LookerRow>(TABLE)
    .distinct('shipment_id', 'person_id')
    .where('looks_until', '>=', nowMs)
    .orderBy(['shipment_id', 'person_id']);
  return rows.map(({ shipment_id, person_id }) => ({ shipmentId: shipment_id, personId: person_id }));
}
