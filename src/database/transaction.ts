import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { errorCodeOf } from './database-error';
import { dialectOf } from './dialect';
import { withSharedCommit } from './shared-commit';

const attempts = 20;
const longestPauseMs = 50;

// PostgreSQL: could not serialise; deadlock. In both cases it undid everything and asks for another attempt.
// SQLite: another process still writes; to wait any longer at a stretch would hold up this whole process.
const tryAgain = new Set(['40001', '40P01', 'SQLITE_BUSY']);

export type Isolation = 'serializable' | 'read committed';

/**
 * Does all of `work` or nothing, as if no other transaction ran: SQLite has one writer at a time, PostgreSQL refuses
 * what would not be serialisable. `work` may therefore run more than once: it touches nothing but `trx`, and waits for
 * no network. The pool of SQLite is one connection, so anything but `trx` waits for ever inside.
 */
export async function transaction<Result>(
  database: Knex,
  work: (trx: Knex.Transaction) => Promise<Result>,
  isolationLevel: Isolation = 'serializable',
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await begun(database, work, isolationLevel);
    } catch (error) {
      if (attempt === attempts || !tryAgain.has(errorCodeOf(error))) throw error;
      await sleep(Math.random() * Math.min(longestPauseMs, 2 ** attempt));
    }
  }
}

function begun<Result>(
  database: Knex,
  work: (trx: Knex.Transaction) => Promise<Result>,
  isolationLevel: Isolation,
): Promise<Result> {
  if (dialectOf(database) === 'postgres') return database.transaction(work, { isolationLevel });
  return database.isTransaction ? database.transaction(work) : withSharedCommit(database, work);
}
