import type { Knex } from 'knex';
import { isDatabaseUnavailable } from '../database/database-error';
import { insertGathered } from '../database/insert-gathered';
import type { Insert, Write } from '../database/write';
import { writeTogether } from '../database/write-together';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import { Problem } from '../http/problem';
import { findKept, keptRow } from './idempotency-store';
import type { Once } from './once';

/** What a write gave, and whether it had been done before. */
export interface Written<Result> {
  result: Result;
  replayed: boolean;
}

/** What a write gives back: it can be kept as JSON, and names what it is about. */
export interface Outcome<Result> {
  subject: string;
  result: Result;
}

/** What work within a transaction gives back, with what it leaves to be written with the key. */
type Left<Result> = Outcome<Result> & { writes?: readonly Write[] };

type Work<Result> = (trx: Knex.Transaction) => Promise<Left<Result>>;

/**
 * Does a write once: its effect and its key are kept in one transaction, so that neither is there without the other.
 * Whether it was done before is looked up only where it fails: a repeat finds its key there, if not a later version first.
 * `work` locks what it changes before it reads it. (Serialisable transactions need no locks, but of eight at once that
 * corrected eight shipments, PostgreSQL refused some twenty times in a row: it watches pages, and new rows share theirs.)
 * @throws Problem conflict while the same write is under way here; unprocessable where the key was used for another
 */
export async function writeOnce<Result>(
  database: Database,
  once: Once,
  nowMs: number,
  work: Work<Result>,
): Promise<Written<Result>> {
  const writeAndKeep = async (trx: Knex.Transaction): Promise<Written<Result>> => {
    const { writes = [], ...outcome } = await work(trx);
    await writeTogether(trx, [...writes, keptRow(once, outcome, nowMs)]);
    return { result: outcome.result, replayed: false };
  };
  return alone(database, once, () => transaction(database, writeAndKeep, 'read committed'));
}

/** As writeOnce, for a write that only adds rows: they and the key are one statement. */
export async function insertOnce<Result>(
  database: Database,
  once: Once,
  nowMs: number,
  { inserts, ...outcome }: Outcome<Result> & { inserts: readonly Insert[] },
): Promise<Written<Result>> {
  return alone(database, once, async () => {
    await insertGathered(database, [...inserts, keptRow(once, outcome, nowMs)]);
    return { result: outcome.result, replayed: false };
  });
}

const underWay = new WeakMap<Database, Set<string>>();

/**
 * One at a time in this process; of two processes the second finds what the first has done, by a duplicate or by a shipment
 * that is no longer as it was, and replays.
 */
async function alone<Result>(
  database: Database,
  once: Once,
  write: () => Promise<Written<Result>>,
): Promise<Written<Result>> {
  const name = JSON.stringify([once.owner, once.key]);
  const names = underWay.get(database) ?? new Set();
  if (names.has(name)) throw inFlight();
  underWay.set(database, names.add(name));
  try {
    return await write();
  } catch (error) {
    const earlier = isDatabaseUnavailable(error) ? undefined : await replay<Result>(database, once);
    if (earlier) return earlier;
    throw error;
  } finally {
    names.delete(name);
  }
}

async function replay<Result>(database: Database, once: Once): Promise<Written<Result> | undefined> {
  const kept = await findKept(database, once);
  if (kept === undefined) return undefined;
  if (kept.fingerprint !== once.fingerprint) throw usedOtherwise();
  return { result: JSON.parse(kept.result) as Result, replayed: true };
}

function inFlight(): Problem {
  return new Problem('conflict', {
    detail: {
      nl: 'Ditzelfde verzoek is nog bezig. Stuur het zo nodig zo meteen opnieuw, met dezelfde Idempotency-Key.',
      en: 'This very request is still under way. Send it again in a moment where needed, with the same Idempotency-Key.',
    },
    headers: { 'Retry-After': '1' },
  });
}

function usedOtherwise(): Problem {
  return new Problem('unprocessable', {
    detail: {
      nl: 'Deze Idempotency-Key is al voor een ander verzoek gebruikt. Maak voor elk verzoek een nieuwe.',
      en: 'This Idempotency-Key was used for another request already. Make a new one for each request.',
    },
  });
}
