import type { Log } from '../../log';
import type { Place } from '../route';
import { chunksOf, legKey, readTable, tablePath, type Chunk, type Direction, type Table } from './osrm-table';
import { STRAIGHT_LINES, travelNote, type TravelTimes } from './travel-times';
import { straightLine } from './travel';

/** Asks what the road takes from and to each of a few places, to and from all others. Never fails. */
export type AskTravelTimes = (around: readonly Place[], others: readonly Place[]) => Promise<TravelTimes>;

interface Dependencies {
  url: string;
  /** The longest that all of one question may take. */
  timeoutMs: number;
  fetch: typeof fetch;
  log: Pick<Log, 'warn'>;
}

const DIRECTIONS: readonly Direction[] = ['sources', 'destinations'];

/** OSRM answered, but not what was asked for. */
class WrongAnswer extends Error {
  constructor(readonly status: number) {
    super('OSRM gave no table that can be used');
  }
}

/**
 * Travel times by the table service of OSRM's HTTP API, `/table/v1/driving`; by straight line where it
 * is slow, wrong or away, in which case `note` says so. It is told coordinates and nothing else, and those stand in no line
 * of the log and in no error: an address that is asked for holds them, so errors of `fetch` are not passed on.
 */
export function createTravelTimes({ url, timeoutMs, fetch, log }: Dependencies): AskTravelTimes {
  return async (around, others) => {
    if (around.length === 0) return STRAIGHT_LINES;
    try {
      return byRoad(
        await within(timeoutMs, (signal) => askAll({ url, fetch, signal }, chunksOf(around, others))),
      );
    } catch (error) {
      return fallBack(error, log);
    }
  };
}

/**
 * Gives up after a time. AbortSignal.timeout is not enough: Node 20 holds it weakly, and once it was collected while an answer
 * was coming in, nothing ended the wait.
 */
async function within<Result>(
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('OSRM did not answer in time')), timeoutMs);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

interface Server {
  url: string;
  fetch: typeof fetch;
  signal: AbortSignal;
}

function askAll({ url, fetch, signal }: Server, chunks: readonly Chunk[]): Promise<Table[]> {
  const get = (path: string) => fetch(`${url.replace(/\/$/, '')}${path}`, { signal, redirect: 'error' });
  const asks = chunks.flatMap((chunk) => DIRECTIONS.map((direction) => askTable(chunk, direction, get)));
  return Promise.all(asks);
}

async function askTable(
  chunk: Chunk,
  direction: Direction,
  get: (path: string) => Promise<Response>,
): Promise<Table> {
  const response = await get(tablePath(chunk, direction));
  const text = await response.text();
  const table = response.status === 200 ? readTable(parsed(text), chunk, direction) : null;
  if (table === null) throw new WrongAnswer(response.status);
  return table;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function byRoad(tables: readonly Table[]): TravelTimes {
  const legs = new Map(tables.flatMap((table) => [...table]));
  return {
    travelMs: (from, to) => legs.get(legKey(from, to)) ?? straightLine(from, to),
    basis: 'road',
    note: [...legs.values()].includes(null) ? travelNote('road_partly') : null,
  };
}

function fallBack(error: unknown, log: Pick<Log, 'warn'>): TravelTimes {
  const isWrong = error instanceof WrongAnswer;
  log.warn(
    { probe: 'osrm', ...(isWrong ? { status: error.status } : {}) },
    isWrong
      ? 'OSRM gave no table that can be used: straight lines instead'
      : 'OSRM did not answer: straight lines instead',
  );
  return { ...STRAIGHT_LINES, note: travelNote(isWrong ? 'road_wrong' : 'road_unanswered') };
}
