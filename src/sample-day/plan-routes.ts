import { amsterdamInstant } from '../amsterdam-time';
import type { PlannedStop, RoutePlan } from '../routes/plans/plan';
import type { PlaceOf } from '../routes/plans/planned-stops';
import { USUAL_SERVICE_MS } from '../routes/planning/option';
import { straightLine } from '../routes/planning/travel';
import { windowAround } from '../routes/planning/windows';
import type { Place, Window } from '../routes/route';
import { type CastDriver, depots, drivers } from './cast';
import type { PlannedShipment } from './planned';
import type { TownAddress } from './town';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When routes leave, from when the day was filled in, and how long their drivers work. */
const SHIFTS = {
  next: { leavesInMs: 15 * MINUTE_MS, lastsMs: 7 * HOUR_MS },
  later: { leavesInMs: HOUR_MS, lastsMs: 8 * HOUR_MS },
} as const satisfies Record<CastDriver['leaves'], unknown>;

/** A shipment of the day with the id that it was registered by. */
export interface Registered {
  id: string;
  planned: PlannedShipment;
}

interface DayOfRoutes {
  seed: number;
  /** As YYYY-MM-DD. */
  date: string;
  /** When the day was filled in for the first time. */
  filledMs: number;
  placeOf: PlaceOf;
}

/** The routes of the day for what nothing is wrong with, the same for the same seed, shipments and moment. */
export function planRoutes(shipments: readonly Registered[], day: DayOfRoutes): RoutePlan[] {
  return drivers.flatMap((driver, index) => {
    const parcels = shipments.flatMap(({ id, planned }) =>
      planned.goesTo !== null && planned.depot === driver.depot && leavesWith(planned) === driver.leaves
        ? [{ id, place: placeIn(day, planned.goesTo) }]
        : [],
    );
    return parcels.length === 0 ? [] : [routeOf(driver, `R-${day.seed * 1_000 + index + 1}`, parcels, day)];
  });
}

/** What was scanned into a van goes next, what is at the depot or before later; what a van has taken out is under way already. */
function leavesWith({ scans }: PlannedShipment): CastDriver['leaves'] | null {
  const code = scans.at(-1)?.code;
  if (code === 'on_board') return 'next';
  return code === undefined || code === 'in_transit' || code === 'at_depot' ? 'later' : null;
}

function placeIn({ placeOf }: DayOfRoutes, address: TownAddress): Place | null {
  const { street, houseNumber, addition, postcode, city } = address;
  return placeOf({
    street,
    houseNumber,
    houseNumberAddition: addition || null,
    postcode,
    city,
    country: 'NL',
  });
}

interface Parcel {
  id: string;
  place: Place | null;
}

function routeOf(
  driver: CastDriver,
  reference: string,
  parcels: readonly Parcel[],
  { date, filledMs }: DayOfRoutes,
): RoutePlan {
  const { leavesInMs, lastsMs } = SHIFTS[driver.leaves];
  // A day that is filled in just before midnight has its routes before midnight too.
  const latestMs = amsterdamInstant(date, 23, 59);
  const startsAtMs = Math.min(wholeMinute(filledMs + leavesInMs), latestMs);
  const start = depots.find(({ code }) => code === driver.depot)?.place ?? null;
  return {
    ...{ reference, day: date, depot: driver.depot, driver: driver.name, vehicle: driver.vehicle },
    ...{ start, startsAtMs, endsAtMs: startsAtMs + lastsMs },
    stops: stopsOf(inTurn(parcels, start), start, startsAtMs),
  };
}

/** Each time the nearest of those that are left. */
function inTurn(parcels: readonly Parcel[], start: Place | null): Parcel[] {
  const left = new Set(parcels);
  const turn: Parcel[] = [];
  let at = start;
  while (left.size > 0) {
    const [nearest] = [...left].sort((a, b) => driveMs(at, a.place) - driveMs(at, b.place));
    if (nearest === undefined) break;
    left.delete(nearest);
    turn.push(nearest);
    at = nearest.place ?? at;
  }
  return turn;
}

function driveMs(from: Place | null, to: Place | null): number {
  return from === null || to === null ? 0 : straightLine(from, to);
}

function stopsOf(parcels: readonly Parcel[], start: Place | null, startsAtMs: number): PlannedStop[] {
  let [at, freeMs] = [start, startsAtMs];
  return parcels.map(({ id, place }, index) => {
    const plannedAtMs = wholeMinute(freeMs + driveMs(at, place)) + MINUTE_MS;
    [at, freeMs] = [place ?? at, plannedAtMs + USUAL_SERVICE_MS];
    const window = windowOf(index, plannedAtMs);
    return { parcels: [id], serviceMs: USUAL_SERVICE_MS, window, plannedAtMs, place: null };
  });
}

/** One customer in three was promised a window, one has an estimate, one was told nothing. */
function windowOf(index: number, plannedAtMs: number): Window | null {
  if (index % 3 === 2) return null;
  return { ...windowAround(plannedAtMs), state: index % 3 === 0 ? 'promised' : 'estimated' };
}

function wholeMinute(ms: number): number {
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}
