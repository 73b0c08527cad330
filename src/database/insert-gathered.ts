import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knex } from 'knex';
import { isDatabaseUnavailable, wasInTheWay } from './database-error';
import { dialectOf } from './dialect';
import { type Insert, insertTogether } from './insert-together';
import { transaction } from './transaction';

/** What one caller wants written, and waits for. */
interface Waiting {
  inserts: readonly Insert[];
  written: () => void;
  refused: (error: unknown) => void;
}

interface Line {
  waiting: Waiting[];
  isMoving: boolean;
}

/** A statement of 50 registrations takes 4 ms of SQLite, which holds up every other request meanwhile. */
const MOST_AT_ONCE = 50;

const lines = new WeakMap<Knex, Line>();

/**
 * As insertTogether, for many callers: what comes in while others are written goes with the next, so that one sync of the
 * disk is enough for all. Each is told when its own rows are on the disk, and refused only for what is wrong with its own.
 */
export function insertGathered(database: Knex, inserts: readonly Insert[]): Promise<void> {
  const line = lines.get(database) ?? { waiting: [], isMoving: false };
  lines.set(database, line);
  return new Promise((written, refused) => {
    line.waiting.push({ inserts, written, refused });
    if (!line.isMoving) void move(database, line);
  });
}

async function move(database: Knex, line: Line): Promise<void> {
  line.isMoving = true;
  while (line.waiting.length > 0) await writeNext(database, line);
  line.isMoving = false;
}

async function writeNext(database: Knex, line: Line): Promise<void> {
  let next: readonly Waiting[] = [];
  try {
    await whenFree(database, async (free) => {
      if (next.length === 0) next = line.waiting.splice(0, MOST_AT_ONCE);
      await insertTogether(free, merged(next.map(({ inserts }) => inserts)));
    });
    for (const { written } of next) written();
  } catch (error) {
    await refuse(database, next.length > 0 ? next : line.waiting.splice(0), error);
  }
}

/**
 * SQLite works and syncs on this thread, through one connection: requests that have come in meanwhile get a turn first, and
 * those that still read with the connection come along.
 */
async function whenFree(database: Knex, write: (free: Knex) => Promise<void>): Promise<void> {
  if (dialectOf(database) === 'postgres') return write(database);
  await nextTurn();
  await transaction(database, write);
}

/** Of several, one may be wrong, or wait for another replica's that waits for one of these: then each is written by itself. */
async function refuse(database: Knex, all: readonly Waiting[], error: unknown): Promise<void> {
  const isHopeless = isDatabaseUnavailable(error) && !wasInTheWay(error);
  if (isHopeless) for (const { refused } of all) refused(error);
  else
    for (const { inserts, written, refused } of all)
      await transaction(database, (trx) => insertTogether(trx, inserts)).then(written, refused);
}

/** The rows of several lists as one list, whose tables keep the order that each list has them in. */
function merged(lists: readonly (readonly Insert[])[]): Insert[] {
  const order: string[] = [];
  const rows = new Map<string, Insert['rows'][number][]>();
  for (const list of lists) {
    placeTables(order, list);
    for (const insert of list) rows.set(insert.table, [...(rows.get(insert.table) ?? []), ...insert.rows]);
  }
  return order.map((table) => ({ table, rows: rows.get(table) ?? [] }));
}

/** A table that is new goes before the one that it comes before in its list: rows of that may refer to its rows. */
function placeTables(order: string[], list: readonly Insert[]): void {
  let place = order.length;
  for (const { table } of [...list].reverse()) {
    const known = order.indexOf(table);
    if (known === -1) order.splice(place, 0, table);
    else place = known;
  }
}
