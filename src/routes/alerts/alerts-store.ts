import type { Database } from '../../database/open-database';
import type { Update } from '../../database/write';
import type { Alert, AlertKind } from './alert';

interface AlertRow {
  id: string;
  kind: AlertKind;
  depot: string | null;
  subject: string;
  route_id: string | null;
  shipment_id: string | null;
  correction_id: string | null;
  raised_at: number;
  closed_at: number | null;
  closed_by: string | null;
}

const TABLE = 'alerts';
/** Closed it when what it told of was over. */
const SYSTEM = 'system';

/** Adds an alert, unless there is an open one of its kind of the same thing; false where there is. */
export async function addAlert(database: Database, alert: Alert): Promise<boolean> {
  const added = (await database<AlertRow>(TABLE)
    .insert(rowOf(alert))
    .onConflict(database.raw('(kind, subject) WHERE closed_at IS NULL') as unknown as string)
    .ignore()
    .returning('id')) as unknown[];
  return added.length > 0;
}

/** Closes all that is open of a thing, with what else is written. */
export function closedOpen(subject: string, nowMs: number): Update {
  return {
    update: TABLE,
    set: { closed_at: nowMs, closed_by: SYSTEM },
    where: { subject, closed_at: null },
  };
}

/** Closes what is open of a thing. */
export async function closeOpen(
  database: Database,
  subject: string,
  { nowMs, kind }: { nowMs: number; kind?: AlertKind },
): Promise<void> {
  const query = database<AlertRow>(TABLE).where({ subject, closed_at: null });
  if (kind !== undefined) void query.where({ kind });
  await query.update({ closed_at: nowMs, closed_by: SYSTEM });
}

/** Closes one alert, in the name of who does; false where it was closed already. */
export async function closeOne(
  database: Database,
  id: string,
  { nowMs, by }: { nowMs: number; by: string },
): Promise<boolean> {
  const open = database<AlertRow>(TABLE).where({ id, closed_at: null });
  return (await open.update({ closed_at: nowMs, closed_by: by })) === 1;
}

/** Which alerts someone may see: those of one depot and of none, where that is all they work for. */
export interface AlertReach {
  depot?: string;
}

export interface WantedAlerts {
  kind?: AlertKind | undefined;
  depot?: string | undefined;
  beforeId?: string | undefined;
  limit: number;
}

/** An alert within reach, also where it is closed; undefined where there is none. */
export async function findAlert(
  database: Database,
  reach: AlertReach,
  id: string,
): Promise<Alert | undefined> {
  const row = await alertsWithin(database, reach).where({ id }).first();
  return row && alertOf(row);
}

/** Open alerts, the newest first. */
export async function listAlerts(
  database: Database,
  reach: AlertReach,
  { kind, depot, beforeId, limit }: WantedAlerts,
): Promise<Alert[]> {
  const query = alertsWithin(database, reach).where({ closed_at: null }).orderBy('id', 'desc').limit(limit);
  if (kind !== undefined) void query.where({ kind });
  if (depot !== undefined) void query.where({ depot });
  if (beforeId !== undefined) void query.where('id', '<', beforeId);
  return (await query).map(alertOf);
}

/** Everything that is open within reach, of one shipment or of all, the newest first. */
export async function listAllOpen(
  database: Database,
  reach: AlertReach,
  shipmentId: string | null,
): Promise<Alert[]> {
  const open = alertsWithin(database, reach).where({ closed_at: null }).orderBy('id', 'desc');
  if (shipmentId !== null) void open.where({ shipment_id: shipmentId });
  return (await open).map(alertOf);
}

/** What has an open alert of a kind. */
export async function openSubjects(database: Database, kind: AlertKind): Promise<string[]> {
  return database<AlertRow>(TABLE).where({ kind, closed_at: null }).pluck('subject');
}

/** Which of these have an alert of a kind that is open, or that somebody has seen and closed. */
export async function alertedOf(
  database: Database,
  kind: AlertKind,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await database<AlertRow>(TABLE)
    .where({ kind })
    .whereIn('subject', subjects)
    .where((either) => void either.whereNull('closed_at').orWhereNot({ closed_by: SYSTEM }))
    .pluck<string[]>('subject');
  return new Set(found);
}

function alertsWithin(database: Database, { depot }: AlertReach) {
  const query = database<AlertRow>(TABLE);
  if (depot !== undefined) void query.where((either) => void either.where({ depot }).orWhereNull('depot'));
  return query;
}

function rowOf(alert: Alert): AlertRow {
  return {
    id: alert.id,
    kind: alert.kind,
    depot: alert.depot,
    subject: alert.subject,
    route_id: alert.routeId,
    shipment_id: alert.shipmentId,
    correction_id: alert.correctionId,
    raised_at: alert.raisedAtMs,
    closed_at: alert.closedAtMs,
    closed_by: null,
  };
}

function alertOf(row: AlertRow): Alert {
  return {
    id: row.id,
    kind: row.kind,
    depot: row.depot,
    subject: row.subject,
    routeId: row.route_id,
    shipmentId: row.shipment_id,
    correctionId: row.correction_id,
    raisedAtMs: row.raised_at,
    closedAtMs: row.closed_at,
  };
}
