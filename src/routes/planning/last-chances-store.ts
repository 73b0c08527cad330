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
  stops_before: number | null;
}

const TO_DO = "state IN ('planned', 'next', 'arrived')";

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
    .select('stop_shipments.shipment_id', 'stops.route_id', 'stops.state', 'stops.planned_at')
    .select({ route_state: 'routes.state' })
    .select(database.raw(STOPS_BEFORE));
  whereAmong(database, query, 'stop_shipments.shipment_id', shipmentIds);
  return ((await query) as ParcelStopRow[]).map(parcelStopOf);
}

/** Counted only where there is no planned time to go by. */
const STOPS_BEFORE = `CASE WHEN stops.planned_at IS NULL THEN (SELECT COUNT(*) FROM stops AS earlier
  WHERE earlier.route_id = stops.route_id AND earlier.rank < stops.rank AND earlier.${TO_DO}) END AS stops_before`;

interface ProgressRow {
  id: string;
  state: RouteState;
  starts_at: number;
  ends_at: number;
  behind_ms: number | null;
  to_do: number;
  last_planned_at: number | null;
}

/** How far these routes have come. */
export async function readProgress(
  database: Database,
  routeIds: readonly string[],
): Promise<ReadonlyMap<string, RouteProgress>> {
  if (routeIds.length === 0) return new Map();
  const query = database('routes')
    .leftJoin(
      'stops',
      (on) => void on.on('stops.route_id', 'routes.id').andOn(database.raw(`stops.${TO_DO}`)),
    )
    .groupBy('routes.id', 'routes.state', 'routes.starts_at', 'routes.ends_at')
    .select('routes.id', 'routes.state', 'routes.starts_at', 'routes.ends_at')
    .select(database.raw(BEHIND))
    .count({ to_do: 'stops.id' })
    .max({ last_planned_at: 'stops.planned_at' });
  whereAmong(database, query, 'routes.id', routeIds);
  return new Map(((await query) as ProgressRow[]).map((row) => [row.id, progressOf(row)]));
}

const BEHIND = `(SELECT last.done_at - last.planned_at - last.service_ms FROM stops AS last
  WHERE last.route_id = routes.id AND last.done_at IS NOT NULL ORDER BY last.done_at DESC LIMIT 1) AS behind_ms`;

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
  const { state, planned_at, stops_before } = row;
  const stop = { state, plannedAtMs: planned_at, stopsBefore: stops_before ?? 0 };
  return { shipmentId: shipment_id, routeId: route_id, routeState: route_state, stop };
}

function progressOf(row: ProgressRow): RouteProgress {
  return {
    state: row.state,
    startsAtMs: row.starts_at,
    endsAtMs: row.ends_at,
    behindMs: row.behind_ms,
    stopsToDo: row.to_do,
    lastPlannedAtMs: row.last_planned_at,
  };
}
