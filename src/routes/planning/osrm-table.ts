import type { Place } from '../route';

/** Most coordinates in one request: what osrm-routed takes by default (--max-table-size 100), and an address of 2 KB. */
export const MOST_COORDINATES = 100;
/** Five decimals are a metre. */
const DECIMALS = 5;

/** Places of one request: those that the table goes round first, then others. */
export interface Chunk {
  places: readonly Place[];
  /** How many of them it goes round. */
  around: number;
}

/** From the places that it goes round to all (`sources`), or from all to those (`destinations`). */
export type Direction = 'sources' | 'destinations';

/** What the road takes between two places that were asked for, in milliseconds; null where it finds no road. */
export type Table = ReadonlyMap<string, number | null>;

/** What OSRM answers, as far as it is used. */
interface TableBody {
  code: unknown;
  /** Seconds, a row for each source. */
  durations: unknown;
}

/** Splits what is to be asked into requests that OSRM takes. A table of n others round m places costs 2nm cells, not n². */
export function chunksOf(around: readonly Place[], others: readonly Place[]): Chunk[] {
  const [hubs, rest] = [distinct(around), distinct(others)];
  const size = Math.max(1, MOST_COORDINATES - hubs.length);
  const starts = Array.from(
    { length: Math.max(1, Math.ceil(rest.length / size)) },
    (_, index) => index * size,
  );
  return starts.map((start) => ({
    places: [...hubs, ...rest.slice(start, start + size)],
    around: hubs.length,
  }));
}

function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [coordinates(place), place])).values()];
}

/** OSRM writes longitude first. */
function coordinates({ lat, lon }: Place): string {
  return `${lon.toFixed(DECIMALS)},${lat.toFixed(DECIMALS)}`;
}

/** A drive's name in a table. */
export function legKey(from: Place, to: Place): string {
  return `${coordinates(from)};${coordinates(to)}`;
}

/** The path and query of a request, as OSRM's HTTP API documents them. */
export function tablePath({ places, around }: Chunk, direction: Direction): string {
  const indices = Array.from({ length: around }, (_, index) => index).join(';');
  return `/table/v1/driving/${places.map(coordinates).join(';')}?annotations=duration&${direction}=${indices}`;
}

/** The legs of an answer; null where it is not what was asked for. */
export function readTable(body: unknown, chunk: Chunk, direction: Direction): Table | null {
  const { code, durations } = (body ?? {}) as Partial<TableBody>;
  const hubs = chunk.places.slice(0, chunk.around);
  const [from, to] = direction === 'sources' ? [hubs, chunk.places] : [chunk.places, hubs];
  if (code !== 'Ok' || !isMatrix(durations, from.length, to.length)) return null;
  const legs = from.flatMap((one, row) =>
    to.map((other, column) => [one, other, durations[row]?.[column]] as const),
  );
  return new Map(legs.map(([one, other, seconds]) => [legKey(one, other), inMs(seconds ?? null)]));
}

function inMs(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 1_000);
}

function isMatrix(value: unknown, rows: number, columns: number): value is (number | null)[][] {
  if (!Array.isArray(value) || value.length !== rows) return false;
  return value.every((row) => Array.isArray(row) && row.length === columns && row.every(isDuration));
}

function isDuration(value: unknown): boolean {
  return value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);
}
