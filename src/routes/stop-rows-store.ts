import type { Database } from '../database/open-database';
import { readTogether } from '../database/read-together';
import type { Insert, Write } from '../database/write';
import { changedStops } from './changed-stops';
import { pointOf } from './point';
import type { Route, Stop, Window } from './route';
import type { StopState, WindowState } from './states';

export interface StopRow {
  id: string;
  route_id: string;
  rank: number;
  state: StopState;
  street: string;
  house_number: number;
  addition: string | null;
  postcode: string | null;
  city: string;
  country: string;
  lat: number | null;
  lon: number | null;
  service_ms: number;
  window_from: number | null;
  window_until: number | null;
  window_state: WindowState | null;
  planned_at: number | null;
  travel_ms: number | null;
  travel_from: string | null;
  failure_reason: string | null;
  arrived_at: number | null;
  done_at: number | null;
}

const STOP_COLUMNS = [
  'id',
  'route_id',
  'rank',
  'state',
  'street',
  'house_number',
  'addition',
  'postcode',
  'city',
  'country',
  'lat',
  'lon',
  'service_ms',
  'window_from',
  'window_until',
  'window_state',
  'planned_at',
  'travel_ms',
  'travel_from',
  'failure_reason',
  'arrived_at',
  'done_at',
] as const satisfies readonly (keyof StopRow)[];

interface StopShipmentRow {
  stop_id: string;
  route_id: string;
  shipment_id: string;
}

const PARCEL_COLUMNS = [
  'stop_id',
  'route_id',
  'shipment_id',
] as const satisfies readonly (keyof StopShipmentRow)[];

/** The rows of stops and of what is handed over there. */
export function stopRows(routeId: string, stops: readonly Stop[]): Insert[] {
  return [
    { table: 'stops', rows: stops.map((stop) => ({ ...rowOf(routeId, stop) })) },
    {
      table: 'stop_shipments',
      rows: stops.flatMap((stop) => shipmentRowsOf(routeId, stop, stop.shipmentIds)),
    },
  ];
}

/** The stops of routes, in their sequence. */
export async function readStops(
  database: Database,
  routeIds: readonly string[],
): Promise<ReadonlyMap<string, Stop[]>> {
  const whereIn = { column: 'route_id', values: routeIds };
  const { rows, parcels } = await readTogether<{ rows: StopRow; parcels: StopShipmentRow }>(database, {
    rows: { table: 'stops', columns: STOP_COLUMNS, whereIn, orderBy: ['rank', 'id'] },
    parcels: { table: 'stop_shipments', columns: PARCEL_COLUMNS, whereIn, orderBy: ['shipment_id'] },
  });
  const idsOf = grouped(parcels, ({ stop_id }) => stop_id);
  const stops = new Map<string, Stop[]>(routeIds.map((id) => [id, []]));
  for (const row of rows) {
    const shipmentIds = (idsOf.get(row.id) ?? []).map(({ shipment_id }) => shipment_id);
    stops.get(row.route_id)?.push(stopOf(row, shipmentIds));
  }
  return stops;
}

/** What is to be written of a route's stops: those that went, with what was to be handed over there, came, or are not as they were. */
export function stopWrites(before: RouteStops, after: RouteStops): Write[] {
  const earlier = new Map(before.stops.map((stop) => [stop.id, stop]));
  const kept = new Set(after.stops.map(({ id }) => id));
  const gone = before.stops.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const changed = changedStops(before, after);
  const known = changed.filter(({ id }) => earlier.has(id));
  const rows = known.map((stop) => ({ ...rowOf(after.id, stop) }));
  return [
    ...(gone.length === 0 ? [] : [{ deleteFrom: 'stops', where: { id: gone } }]),
    { updateEach: 'stops', rows, where: { route_id: after.id } },
    ...known.flatMap((stop) => regrouped(after.id, earlier.get(stop.id)?.shipmentIds ?? [], stop)),
    ...stopRows(
      after.id,
      changed.filter(({ id }) => !earlier.has(id)),
    ),
  ];
}

type RouteStops = Pick<Route, 'id' | 'stops'>;

/** What is no longer to be handed over at a stop, and what is now. */
function regrouped(routeId: string, before: readonly string[], stop: Stop): Write[] {
  const gone = before.filter((id) => !stop.shipmentIds.includes(id));
  const came = stop.shipmentIds.filter((id) => !before.includes(id));
  return [
    ...(gone.length === 0
      ? []
      : [{ deleteFrom: 'stop_shipments', where: { stop_id: stop.id, shipment_id: gone } }]),
    { table: 'stop_shipments', rows: shipmentRowsOf(routeId, stop, came) },
  ];
}

function shipmentRowsOf(routeId: string, { id }: Stop, shipmentIds: readonly string[]) {
  return shipmentIds.map((shipmentId) => ({ stop_id: id, route_id: routeId, shipment_id: shipmentId }));
}

function rowOf(routeId: string, stop: Stop): StopRow {
  const { address, travel } = stop;
  return {
    id: stop.id,
    route_id: routeId,
    rank: stop.rank,
    state: stop.state,
    street: address.street,
    house_number: address.houseNumber,
    addition: address.houseNumberAddition,
    postcode: address.postcode,
    city: address.city,
    country: address.country,
    ...pointOf(stop.place),
    service_ms: stop.serviceMs,
    ...windowColumns(stop.window),
    planned_at: stop.plannedAtMs,
    travel_ms: travel?.ms ?? null,
    travel_from: travel?.fromStopId ?? null,
    failure_reason: stop.failure,
    arrived_at: stop.arrivedAtMs,
    done_at: stop.doneAtMs,
  };
}

function windowColumns(window: Window | null) {
  if (window === null) return { window_from: null, window_until: null, window_state: null };
  const { fromMs, untilMs, state } = window;
  return { window_from: fromMs, window_until: untilMs, window_state: state };
}

function stopOf(row: StopRow, shipmentIds: readonly string[]): Stop {
  return {
    id: row.id,
    rank: row.rank,
    state: row.state,
    shipmentIds,
    address: addressOf(row),
    place: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    serviceMs: row.service_ms,
    window: windowOf(row),
    plannedAtMs: row.planned_at,
    travel: row.travel_ms === null ? null : { ms: row.travel_ms, fromStopId: row.travel_from },
    failure: row.failure_reason,
    arrivedAtMs: row.arrived_at,
    doneAtMs: row.done_at,
  };
}

function addressOf({ street, house_number, addition, postcode, city, country }: StopRow): Stop['address'] {
  return { street, houseNumber: house_number, houseNumberAddition: addition, postcode, city, country };
}

function windowOf({ window_from, window_until, window_state }: StopRow): Window | null {
  if (window_from === null || window_until === null || window_state === null) return null;
  return { fromMs: window_from, untilMs: window_until, state: window_state };
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
