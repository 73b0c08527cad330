import type { Place, Route, Stop, StopAddress, Window } from '../../src/routes/route';
import type { TravelMs } from '../../src/routes/planning/travel';

export const MINUTE = 60_000;
/** 27 November 2026, 09:00 in Amsterdam. */
export const NINE = Date.parse('2026-11-27T08:00:00Z');

/** A place on a line: so many minutes' drive east of the depot, by `alongTheLine`. */
export function at(minutes: number): Place {
  return { lat: 51.5, lon: minutes };
}

/** Drives one unit of longitude a minute. */
export const alongTheLine: TravelMs = (from, to) => Math.abs(to.lon - from.lon) * MINUTE;

export function anAddress(name: string, more: Partial<StopAddress> = {}): StopAddress {
  return {
    street: `Straat ${name}`,
    houseNumber: 1,
    houseNumberAddition: null,
    postcode: null,
    city: 'Zeewijk',
    country: 'NL',
    ...more,
  };
}

/** A stop with one parcel of its own, three minutes of service and nothing else. */
export function aStop(id: string, more: Partial<Stop> = {}): Stop {
  return {
    id,
    rank: 0,
    state: 'planned',
    shipmentIds: [`parcel of ${id}`],
    address: anAddress(id),
    place: null,
    serviceMs: 3 * MINUTE,
    window: null,
    plannedAtMs: null,
    travel: null,
    failure: null,
    arrivedAtMs: null,
    doneAtMs: null,
    ...more,
  };
}

/** A route that starts at nine and ends at five, its stops ranked as they come. */
export function aRoute(stops: readonly Stop[], more: Partial<Route> = {}): Route {
  return {
    id: 'rte_1',
    reference: 'A1',
    day: '2026-11-27',
    depot: 'ZLV',
    driver: 'Sam',
    vehicle: 'V-123-AB',
    state: 'planned',
    version: 1,
    start: at(0),
    startsAtMs: NINE,
    endsAtMs: NINE + 480 * MINUTE,
    endedAtMs: null,
    position: null,
    deviceSeenAtMs: null,
    stops: stops.map((stop, index) => ({ ...stop, rank: index + 1 })),
    createdAtMs: 0,
    updatedAtMs: 0,
    ...more,
  };
}

/** A promise, in minutes after nine. */
export function promised(from: number, until: number, state: Window['state'] = 'promised'): Window {
  return { fromMs: NINE + from * MINUTE, untilMs: NINE + until * MINUTE, state };
}

/** A done stop, in minutes after nine. */
export function done(id: string, arrived: number, left: number, more: Partial<Stop> = {}): Stop {
  return aStop(id, {
    state: 'completed',
    arrivedAtMs: NINE + arrived * MINUTE,
    doneAtMs: NINE + left * MINUTE,
    ...more,
  });
}
