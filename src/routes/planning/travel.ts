import type { Place } from '../route';

/** What driving from one place to another takes, in milliseconds. */
export type TravelMs = (from: Place, to: Place) => number;

const EARTH_RADIUS_KM = 6371;
const RADIANS_PER_DEGREE = Math.PI / 180;
const MS_PER_HOUR = 3_600_000;

/**
 * How much longer the road is than the straight line: 1.34, the mean over 300 European cities (1.343, Environment and
 * Planning B 2023, doi 10.1177/23998083231168870); for motorways 1.3 (Wang et al. 2024, arXiv 2406.06490).
 */
export const DETOUR = 1.34;

/**
 * The speed of each further part of a drive, for as far as it reaches. About two thirds of the Dutch limits (30 km/h where
 * people live, 50 within and 80 outside built-up areas, 100 on motorways: RVV 1990, articles 20 to 22), which leaves the
 * junctions in: the first kilometre at 20 km/h, 5 km at 30 on average, 20 km at 48, 50 km at 63. What a hop costs beside
 * driving (parking, the walk, the bell) is in a stop's service time. `scripts/judge-estimates.ts` holds it against real
 * addresses.
 */
export const SPEEDS: readonly { untilKm: number; kmPerHour: number }[] = [
  { untilKm: 1, kmPerHour: 20 },
  { untilKm: 5, kmPerHour: 35 },
  { untilKm: 20, kmPerHour: 60 },
  { untilKm: Infinity, kmPerHour: 80 },
];

/** The distance over the earth's surface in kilometres (haversine, on a sphere: at most 0.5 % off). */
export function straightKm(from: Place, to: Place): number {
  const halfLat = ((to.lat - from.lat) * RADIANS_PER_DEGREE) / 2;
  const halfLon = ((to.lon - from.lon) * RADIANS_PER_DEGREE) / 2;
  const onLat = Math.cos(from.lat * RADIANS_PER_DEGREE) * Math.cos(to.lat * RADIANS_PER_DEGREE);
  const chord = Math.sin(halfLat) ** 2 + onLat * Math.sin(halfLon) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * Travel times without a map: straight line × DETOUR, at SPEEDS, in whole milliseconds. The speeds only rise along the way,
 * so a drive by way of somewhere is never quicker than the drive itself.
 */
export const straightLine: TravelMs = (from, to) => {
  const km = straightKm(from, to) * DETOUR;
  let hours = 0;
  let fromKm = 0;
  for (const { untilKm, kmPerHour } of SPEEDS) {
    hours += (Math.min(km, untilKm) - fromKm) / kmPerHour;
    if (km <= untilKm) break;
    fromKm = untilKm;
  }
  return Math.round(hours * MS_PER_HOUR);
};

/**
 * The same travel times, each asked once: the first way that is asked to each place is remembered, which is the one from the stop
 * before it, and that is what trying a new stop in every place of a route asks over and over.
 */
export function remembering(travelMs: TravelMs): TravelMs {
  const first = new Map<Place, { from: Place; ms: number }>();
  return (from, to) => {
    const known = first.get(to);
    if (known?.from === from) return known.ms;
    const ms = travelMs(from, to);
    if (known === undefined) first.set(to, { from, ms });
    return ms;
  };
}
