import type { Insert } from '../database/insert-together';
import { dialectOf } from '../database/dialect';
import type { Database } from '../database/open-database';
import type { Write } from '../database/write';
import { refuseOtherVersion } from '../http/version';
import { pointOf } from './point';
import type { Place, Route } from './route';
import type { RouteState } from './states';
import { readStops, stopRows, stopWrites } from './stop-rows-store';

interface RouteRow {
  id: string;
  reference: string;
  day: string;
  depot: string;
  driver: string;
  vehicle: string;
  state: RouteState;
  version: number;
  start_lat: number | null;
  start_lon: number | null;
  starts_at: number;
  ends_at: number;
  ended_at: number | null;
  position_lat: number | null;
  position_lon: number | null;
  position_at: number | null;
  device_seen_at: number | null;
  created_at: number;
  updated_at: number;
}

/** Which routes someone may see: those of one depot, where that is all they work for. */
export interface RouteReach {
  depot?: string | undefined;
}

export interface WantedRoutes {
  day?: string | undefined;
  depot?: string | undefined;
  state?: RouteState | undefined;
  afterId?: string | undefined;
  limit: number;
}

/** A route with its stops; undefined where there is none within reach. */
export async function findRoute(
  database: Database,
  { depot }: RouteReach,
  id: string,
): Promise<Route | undefined> {
  const query = database<RouteRow>('routes').where({ id });
  if (depot !== undefined) void query.where({ depot });
  return first(database, await query);
}

/** Makes others that change a route wait until the transaction ends. SQLite has one writer at a time as it is. */
export async function lockRoutes(trx: Database, ids: readonly string[]): Promise<void> {
  if (dialectOf(trx) !== 'postgres' || ids.length === 0) return;
  await trx<RouteRow>('routes').whereIn('id', ids).orderBy('id').select('id').forUpdate();
}

/** As lockRoutes, the routes that are not over and that a parcel is on, or is brought back by, and one more; gives their ids. */
export async function lockRoutesWith(
  trx: Database,
  shipmentId: string,
  otherId: string | null,
): Promise<string[]> {
  const on = idsOfRoutesWith(trx, shipmentId);
  if (otherId !== null) void on.union(trx('routes').where({ id: otherId }).select('id'));
  const query = trx<RouteRow>('routes')
    .whereIn('id', on)
    .whereNot({ state: 'ended' })
    .orderBy('id')
    .select('id');
  const rows = await (dialectOf(trx) === 'postgres' ? query.forUpdate() : query);
  return rows.map(({ id }) => id);
}

/** The route of a day by the planning system's name for it. */
function idsOfRoutesWith(database: Database, shipmentId: string) {
  const on = database('stop_shipments').where({ shipment_id: shipmentId }).select('route_id');
  return on.union(database('instructions').where({ shipment_id: shipmentId }).select('route_id'));
}

/** The versions of the routes that are not over and that a parcel is on, or is brought back by, in the order of their ids. */
export async function listVersionsWith(database: Database, shipmentId: string): Promise<number[]> {
  const rows = await database<RouteRow>('routes')
    .whereIn('id', idsOfRoutesWith(database, shipmentId))
    .whereNot({ state: 'ended' })
    .orderBy('id')
    .select('version');
  return rows.map(({ version }) => version);
}

export async function findByReference(
  database: Database,
  { depot, day, reference }: Pick<Route, 'depot' | 'day' | 'reference'>,
): Promise<{ route: Route; fingerprint: string } | undefined> {
  const rows = await database<RouteRow & { fingerprint: string }>('routes').where({ depot, day, reference });
  const route = await first(database, rows);
  return route && { route, fingerprint: rows[0]?.fingerprint ?? '' };
}

/** The routes that are not over and have one of these shipments among their stops. */
export async function findRoutesOf(database: Database, shipmentIds: readonly string[]): Promise<Route[]> {
  const on = database('stop_shipments').whereIn('shipment_id', shipmentIds).select('route_id');
  const rows = await database<RouteRow>('routes')
    .whereIn('id', on)
    .whereNot({ state: 'ended' })
    .orderBy('id');
  return withStops(database, rows);
}

/** Routes in the order of their ids. */
export async function listRoutes(
  database: Database,
  reach: RouteReach,
  { day, depot, state, afterId, limit }: WantedRoutes,
): Promise<Route[]> {
  const query = database<RouteRow>('routes').orderBy('id').limit(limit);
  for (const given of [reach, { day }, { depot }, { state }]) void query.where(withoutUndefined(given));
  if (afterId !== undefined) void query.where('id', '>', afterId);
  return withStops(database, await query);
}

/** As listRoutes, only what tells whether any of them is other than it was. */
export async function listRouteMarks(
  database: Database,
  reach: RouteReach,
  { day, depot }: Pick<WantedRoutes, 'day' | 'depot'>,
): Promise<Pick<Route, 'id' | 'version' | 'deviceSeenAtMs'>[]> {
  const query = database<RouteRow>('routes').orderBy('id').select('id', 'version', 'device_seen_at');
  for (const given of [reach, { day }, { depot }]) void query.where(withoutUndefined(given));
  return (await query).map(({ id, version, device_seen_at }) => ({
    ...{ id, version },
    deviceSeenAtMs: device_seen_at,
  }));
}

/** The rows of a route that is new. */
export function routeRows(route: Route, fingerprint: string): Insert[] {
  return [{ table: 'routes', rows: [{ ...rowOf(route), fingerprint }] }, ...stopRows(route.id, route.stops)];
}

/**
 * What is to be written of a changed route, over the version that it was changed from: only rows that are not as they were.
 * `fingerprint` is of a plan that was sent anew.
 */
export function routeWrites(before: Route, after: Route, fingerprint?: string): Write[] {
  const { id, ...row } = rowOf(after);
  const set = fingerprint === undefined ? row : { ...row, fingerprint };
  const orElse = () => refuseOtherVersion(after.version, before.version);
  return [
    { update: 'routes', set, where: { id, version: before.version }, orElse },
    ...stopWrites(before, after),
  ];
}

/** Keeps where a device is, and that it was heard of; raises no version. A late report does not take it back. */
export async function keepPosition(
  database: Database,
  routeId: string,
  { position, seenAtMs }: { position: Route['position']; seenAtMs: number },
): Promise<void> {
  await database('routes').where({ id: routeId }).update({ device_seen_at: seenAtMs });
  if (position === null) return;
  await database('routes')
    .where({ id: routeId })
    .where((query) => void query.whereNull('position_at').orWhere('position_at', '<', position.atMs))
    .update({ position_lat: position.lat, position_lon: position.lon, position_at: position.atMs });
}

async function first(database: Database, rows: RouteRow[]): Promise<Route | undefined> {
  return (await withStops(database, rows.slice(0, 1)))[0];
}

async function withStops(database: Database, rows: readonly RouteRow[]): Promise<Route[]> {
  if (rows.length === 0) return [];
  const stops = await readStops(
    database,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => routeOf(row, stops.get(row.id) ?? []));
}

function withoutUndefined(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function rowOf(route: Route): RouteRow {
  const { position } = route;
  const [start, at] = [pointOf(route.start), pointOf(position)];
  return {
    id: route.id,
    reference: route.reference,
    day: route.day,
    depot: route.depot,
    driver: route.driver,
    vehicle: route.vehicle,
    state: route.state,
    version: route.version,
    start_lat: start.lat,
    start_lon: start.lon,
    starts_at: route.startsAtMs,
    ends_at: route.endsAtMs,
    ended_at: route.endedAtMs,
    position_lat: at.lat,
    position_lon: at.lon,
    position_at: position === null ? null : position.atMs,
    device_seen_at: route.deviceSeenAtMs,
    created_at: route.createdAtMs,
    updated_at: route.updatedAtMs,
  };
}

function routeOf(row: RouteRow, stops: Route['stops']): Route {
  const position = placeOf(row.position_lat, row.position_lon);
  return {
    id: row.id,
    reference: row.reference,
    day: row.day,
    depot: row.depot,
    driver: row.driver,
    vehicle: row.vehicle,
    state: row.state,
    version: row.version,
    start: placeOf(row.start_lat, row.start_lon),
    startsAtMs: row.starts_at,
    endsAtMs: row.ends_at,
    endedAtMs: row.ended_at,
    position: position === null ? null : { ...position, atMs: row.position_at ?? 0 },
    deviceSeenAtMs: row.device_seen_at,
    stops,
    createdAtMs: row.created_at,
    updatedAtMs: row.updated_at,
  };
}

function placeOf(lat: number | null, lon: number | null): Place | null {
  return lat === null || lon === null ? null : { lat, lon };
}
