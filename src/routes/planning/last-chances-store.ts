import type { Database } from '../../database/open-database';
import { whereAmong } from '../../database/where-among';
import type { RouteState, StopState } from '../states';
import type { RouteProgress, StopAhead } from './last-chance';

/** A parcel's stop on a route that is not over. */
export interface ParcelStop {
  shipmentId: string;
  routeId: string;
  routeState: RouteState;
  stop: StopAhead;
}

interface ParcelStopRow {
  shipment_id: string;
  route_id: string;
  route_state: RouteState;
  state: StopState;
  planned_at: number | null;
  rank: number;
}

/** The stops of these parcels where they were not handed over yet, on routes that are not over. */
export async function listParcelStops(
  database: Database,
  shipmentIds: readonly string[],
): Promise<ParcelStop[]> {
  if (shipmentIds.length === 0) return [];
  const query = database('stop_shipments')
    .join('stops', 'stops.id', 'stop_shipments.stop_id')
    .join('routes', 'routes.id', 'stops.route_id')
    .whereNot('routes.state', 'ended')
    .whereNot('stops.state', 'completed')
    .select('stop_shipments.shipment_id', 'stops.route_id', 'stops.state', 'stops.planned_at', 'stops.rank')
    .select({ route_state: 'routes.state' });
  whereAmong(database, query, 'stop_shipments.shipment_id', shipmentIds);
  return ((await query) as ParcelStopRow[]).map(parcelStopOf);
}

interface ProgressRow {
  id: string;
  state: RouteState;
  starts_at: number;
  ends_at: number;
  done_at: number | null;
  done_planned_at: number | null;
  first_rank: number | null;
  last_rank: number | null;
  last_planned_at: number | null;
}

/** How far these routes have come, all of it in one look at their stops. */
export async function readProgress(
  database: Database,
  routeIds: readonly string[],
): Promise<ReadonlyMap<string, RouteProgress>> {
  if (routeIds.length === 0) return new Map();
  const aggregates = Object.entries(PROGRESS).map(([name, sql]) => `${sql} AS ${name}`);
  const query = database('routes')
    .leftJoin('stops', 'stops.route_id', 'routes.id')
    .groupBy('routes.id', 'routes.state', 'routes.starts_at', 'routes.ends_at')
    .select('routes.id', 'routes.state', 'routes.starts_at', 'routes.ends_at')
    .select(database.raw(aggregates.join(', ')));
  whereAmong(database, query, 'routes.id', routeIds);
  return new Map(((await query) as ProgressRow[]).map((row) => [row.id, progressOf(row)]));
}

const ofToDo = (column: string) =>
  `CASE WHEN stops.state IN ('planned', 'next', 'arrived') THEN ${column} END`;

const PROGRESS = {
  done_at: 'MAX(stops.done_at)',
  done_planned_at: 'MAX(CASE WHEN stops.done_at IS NOT NULL THEN stops.planned_at + stops.service_ms END)',
  first_rank: `MIN(${ofToDo('stops.rank')})`,
  last_rank: `MAX(${ofToDo('stops.rank')})`,
  last_planned_at: `MAX(${ofToDo('stops.planned_at')})`,
};

/** When the last route of a day that has not left yet starts, by depot. */
export async function readLastStarts(
  database: Database,
  { day, afterMs }: { day: string; afterMs: number },
): Promise<ReadonlyMap<string, number>> {
  const rows: { depot: string; starts_at: number }[] = await database('routes')
    .where({ day, state: 'planned' })
    .where('starts_at', '>', afterMs)
    .groupBy('depot')
    .select('depot')
    .max({ starts_at: 'starts_at' });
  return new Map(rows.map(({ depot, starts_at }) => [depot, starts_at]));
}

function parcelStopOf({ shipment_id, route_id, route_state, ...row }: ParcelStopRow): ParcelStop {
  const { state, planned_at, rank } = row;
  const stop = { state, plannedAtMs: planned_at, rank };
  return { shipmentId: shipment_id, routeId: route_id, routeState: route_state, stop };
}

function progressOf({ done_at, done_planned_at, first_rank, last_rank, ...row }: ProgressRow): RouteProgress {
  const isOver = first_rank === null || last_rank === null;
  return {
    state: row.state,
    startsAtMs: row.starts_at,
    endsAtMs: row.ends_at,
    behindMs: done_at === null || done_planned_at === null ? null : done_at - done_planned_at,
    toDo: isOver
      ? null
      : { firstRank: first_rank, lastRank: last_rank, lastPlannedAtMs: row.last_planned_at },
  };
}
