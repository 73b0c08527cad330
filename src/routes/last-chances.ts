import type { Database } from '../database/open-database';
import type { RouteProgress } from './planning/last-chance';
import {
  listParcelStops,
  type ParcelStop,
  readLastStarts,
  readProgress,
} from './planning/last-chances-store';
import { amsterdamDay } from './planning/windows';
import { isDone } from './states';

/** All that the last chances of many parcels go by. */
export interface ChancesToday {
  /** The stop where each parcel is likeliest to be handed over, of those that are on a route. */
  stops: ReadonlyMap<string, ParcelStop>;
  routes: ReadonlyMap<string, RouteProgress>;
  /** When the last route of today that has not left yet starts, by depot. */
  lastStarts: ReadonlyMap<string, number>;
}

/** Reads where parcels are on routes, and how far those and other routes have come, in three statements. */
export async function readChances(
  database: Database,
  { shipmentIds, routeIds }: { shipmentIds: readonly string[]; routeIds: readonly string[] },
  nowMs: number,
): Promise<ChancesToday> {
  const stops = likeliest(await listParcelStops(database, shipmentIds));
  const wanted = new Set([...routeIds, ...Array.from(stops.values(), ({ routeId }) => routeId)]);
  const routes = await readProgress(database, [...wanted]);
  const lastStarts = await readLastStarts(database, { day: amsterdamDay(nowMs), afterMs: nowMs });
  return { stops, routes, lastStarts };
}

/** As whereOnRoute has it: what failed today may be planned for tomorrow before today's route has ended. */
function likeliest(found: readonly ParcelStop[]): ReadonlyMap<string, ParcelStop> {
  const best = new Map<string, ParcelStop>();
  for (const one of found) {
    const known = best.get(one.shipmentId);
    if (known === undefined || likelihood(one) > likelihood(known)) best.set(one.shipmentId, one);
  }
  return best;
}

function likelihood({ stop, routeState }: ParcelStop): number {
  return (isDone(stop.state) ? 0 : 2) + (routeState === 'under_way' ? 1 : 0);
}
