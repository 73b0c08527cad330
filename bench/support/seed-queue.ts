import { bulkInsert } from '../../src/database/bulk-insert';
import type { Database } from '../../src/database/open-database';
import { DEPOTS, SHOPS } from './seed-shipments';

const MINUTE = 60_000;
const STOPS = 150;
/** Of each depot. */
const [UNDER_WAY, TO_LEAVE] = [20, 5];
/** How far the driver of a route is. */
const DONE = 60;
/** What waits: two thirds and more are held, the others are in vans. */
const [HELD, PROPOSED, ALERTED] = [7_500, 2_000, 500];

export const OPEN = HELD + PROPOSED + ALERTED;
export const NINE_MS = Date.parse('2026-11-27T08:00:00Z');
const DAY = '2026-11-27';

const ENTRY = { houseNumber: 12, postcode: '8951 AB', city: 'Zilverwaard' };
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const idOf = (prefix: string, number: number) => `${prefix}_Q${String(number).padStart(25, '0')}`;
const depotOf = (number: number) => `D${number % DEPOTS}`;

/** Fills a database with a day of twenty depots, 60,000 parcels in vans, and 10,000 of all that wait for an agent. */
export async function seedQueue(database: Database): Promise<void> {
  const routes = numbers(DEPOTS * (UNDER_WAY + TO_LEAVE));
  const onRoutes = routes.length * STOPS;
  await insertAll(
    database,
    'shipments',
    numbers(onRoutes + HELD).map((n) => shipmentRow(n, onRoutes)),
  );
  await insertAll(database, 'routes', routes.map(routeRow));
  await insertAll(database, 'stops', numbers(onRoutes).map(stopRow));
  await insertAll(database, 'stop_shipments', numbers(onRoutes).map(stopShipmentRow));
  await insertAll(database, 'corrections', numbers(PROPOSED).map(correctionRow));
  await insertAll(database, 'alerts', numbers(ALERTED).map(alertRow));
  const person = { id: 'per_queue', role: 'agent', name: 'Sanne', depot: null, created_at: 0 };
  await insertAll(database, 'people', [person]);
  const taken = numbers(300).map((n) => ({
    ...{ shipment_id: idOf('snd', onRoutes + n * 20), person_id: 'per_queue', taken_at: NINE_MS },
  }));
  await insertAll(database, 'taken_cases', taken);
}

type Row = Record<string, string | number | null>;

async function insertAll(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (let from = 0; from < rows.length; from += 10_000)
    await bulkInsert(database, table, columns, rows.slice(from, from + 10_000));
}

function shipmentRow(n: number, onRoutes: number): Row {
  const isHeld = n >= onRoutes;
  const isInVan = Math.floor(n / STOPS) < DEPOTS * UNDER_WAY;
  return {
    ...{ id: idOf('snd', n), shop_id: `shp_${n % SHOPS}`, reference: `QUE-${n}`, barcode: `3SQUE${n}` },
    ...{ version: 1, state: isHeld ? 'held' : isInVan ? 'out_for_delivery' : 'at_depot' },
    ...{ state_at: NINE_MS - (n % 5_000) * MINUTE, hold_reason: isHeld ? 'check_fix' : null },
    ...{ recipient_name: `Vera Verhuizer ${n % 97}`, recipient_language: 'nl', has_left: 0, is_confirmed: 0 },
    // Of what is held a fifth has no depot yet.
    depot: isHeld && n % 5 === 0 ? null : depotOf(Math.floor(n / STOPS)),
    entry: JSON.stringify({ street: `Lindelaan ${n % 89}`, ...ENTRY }),
    ...{ created_at: NINE_MS, updated_at: NINE_MS },
  };
}

function routeRow(n: number): Row {
  const isUnderWay = n < DEPOTS * UNDER_WAY;
  return {
    ...{
      id: idOf('rte', n),
      reference: `R-${n}`,
      day: DAY,
      depot: depotOf(n),
      driver: 'Sam',
      vehicle: 'V-1',
    },
    ...{ state: isUnderWay ? 'under_way' : 'planned', version: 1, fingerprint: '' },
    starts_at: NINE_MS + (isUnderWay ? -180 : 60 + (n % 5) * 30) * MINUTE,
    ends_at: NINE_MS + 480 * MINUTE,
    ...{ created_at: 0, updated_at: 0 },
  };
}

function stopRow(n: number): Row {
  const route = Math.floor(n / STOPS);
  const rank = n % STOPS;
  const isDone = route < DEPOTS * UNDER_WAY && rank < DONE;
  // Every other plan says no times.
  const plannedAt = NINE_MS + (rank - DONE) * 3 * MINUTE;
  return {
    ...{ id: idOf('stp', n), route_id: idOf('rte', route), rank, state: isDone ? 'completed' : 'planned' },
    ...{ street: 'Lindelaan', house_number: 12, city: 'Zilverwaard', country: 'NL', service_ms: 2 * MINUTE },
    planned_at: route % 2 === 0 ? plannedAt : null,
    done_at: isDone ? plannedAt + 9 * MINUTE : null,
  };
}

function stopShipmentRow(n: number): Row {
  return {
    ...{ stop_id: idOf('stp', n), route_id: idOf('rte', Math.floor(n / STOPS)), shipment_id: idOf('snd', n) },
  };
}

/** Spread over all routes under way: the 29th parcel of each, and so on. */
const inVan = (n: number) => (n * 29) % (DEPOTS * UNDER_WAY * STOPS);

function correctionRow(n: number): Row {
  return {
    ...{ id: idOf('cor', n), shipment_id: idOf('snd', inVan(n)), version: 1, state: 'proposed' },
    ...{
      source: 'customer',
      proposed_by: 'key_1',
      entry: '{}',
      created_at: NINE_MS,
      updated_at: NINE_MS - n,
    },
  };
}

function alertRow(n: number): Row {
  const parcel = inVan(PROPOSED + n);
  const route = Math.floor(parcel / STOPS);
  return {
    ...{ id: idOf('alt', n), kind: 'window_at_risk', depot: depotOf(route), subject: idOf('stp', parcel) },
    ...{ route_id: idOf('rte', route), shipment_id: idOf('snd', parcel), raised_at: NINE_MS },
  };
}
