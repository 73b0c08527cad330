import { randomUUID } from 'node:crypto';
import { insertTogether } from '../../src/database/insert-together';
import type { Database } from '../../src/database/open-database';
import { newId } from '../../src/ids';
import type { Route, Stop } from '../../src/routes/route';
import { changeRow } from '../../src/routes/route-changes-store';
import { routeRows } from '../../src/routes/routes-store';
import { addDepots, type DeviceOf } from './shipments-service';
import type { Stage } from './shipments-stage';

const MS_PER_HOUR = 3_600_000;

/** A stop that nobody has been at yet. */
export function aStop(of: Partial<Stop> = {}, nowMs = Date.UTC(2026, 0, 5, 12)): Stop {
  return {
    id: newId('stp', nowMs),
    rank: 1,
    state: 'planned',
    shipmentIds: [newId('snd', nowMs)],
    address: {
      street: 'Lindelaan',
      houseNumber: 12,
      houseNumberAddition: null,
      postcode: '8962KL',
      city: 'Zilverwaard',
      country: 'NL',
    },
    place: { lat: 52.1, lon: 5.1 },
    serviceMs: 120_000,
    window: null,
    plannedAtMs: null,
    travel: null,
    failure: null,
    arrivedAtMs: null,
    doneAtMs: null,
    ...of,
  };
}

/** A route of depot ZLV with these stops, in their order. */
export function aRoute(of: Partial<Route> = {}, nowMs = Date.UTC(2026, 0, 5, 12)): Route {
  const stops = of.stops ?? [aStop({}, nowMs), aStop({}, nowMs), aStop({}, nowMs)];
  return {
    id: newId('rte', nowMs),
    reference: randomUUID(),
    day: '2026-01-05',
    depot: 'ZLV',
    driver: 'Jelle',
    vehicle: 'V-123-BX',
    state: 'planned',
    version: 1,
    start: null,
    startsAtMs: nowMs,
    endsAtMs: nowMs + 8 * MS_PER_HOUR,
    endedAtMs: null,
    position: null,
    deviceSeenAtMs: null,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    ...of,
    stops: stops.map((stop, index) => ({ ...stop, rank: index + 1 })),
  };
}

/** Writes a route that was just planned. */
export async function keepRoute(database: Database, route: Route): Promise<Route> {
  await addDepots(database);
  const content = { stops: route.stops, sequence: route.stops.map(({ id }) => id), text: null };
  const entry = { routeId: route.id, seq: 1, atMs: route.createdAtMs, instructionId: null, content } as const;
  await insertTogether(database, [
    ...routeRows(route, 'fingerprint'),
    changeRow({ ...entry, kind: 'planned' }),
  ]);
  return route;
}

/** Lets one more device drive a route; returns what it is let in by. */
export async function addDevice(database: Database, routeId: string): Promise<DeviceOf> {
  const id = newId('dev', Date.UTC(2026, 0, 5, 12));
  const token = { id, route_id: routeId, prefix: id, hash: id, created_at: 0 };
  await database('device_tokens').insert({ ...token, expires_at: Number.MAX_SAFE_INTEGER, version: 0 });
  return `device@${routeId}@${id}`;
}

/** A planned route on a stage, with its driver's device. */
export async function planned(
  { database, clock }: Stage,
  of: Partial<Route> = {},
): Promise<{ route: Route; device: DeviceOf; path: string }> {
  const route = await keepRoute(database, aRoute(of, clock.nowMs()));
  return { route, device: await addDevice(database, route.id), path: `/v1/routes/${route.id}` };
}

/** Instants so many seconds from now, whatever is asked meanwhile. */
export function timesOf({ clock }: Stage): (seconds: number) => string {
  const nowMs = clock.nowMs();
  return (seconds) => new Date(nowMs + seconds * 1_000).toISOString();
}
