import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock';
import { isDatabaseUnavailable } from '../database/database-error';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import type { Log } from '../log';
import type { PreviousCheck } from './correction';
import { deleteChecksBefore, findCheck, insertChecks, type KeptCheck } from './checks-store';

/** Keeps checks behind the answers, and finds an earlier one again. */
export interface CheckMemory {
  /** Kept within a second; a crash may lose those of the last second. */
  keep(check: KeptCheck): void;
  /** Undefined where it is unknown or another shop's. Rejects where the database is away. */
  find(shopId: string, id: string): Promise<PreviousCheck | undefined>;
  /** Writes what is pending and stops. */
  close(): Promise<void>;
}

const WRITE_EVERY_MS = 800;
/** As few transactions as may be, since each is synced to the disk while requests wait. */
const WRITE_AT_ONCE = 20_000;
/** SQLite writes in this thread: 500 rows take 2 ms, and requests wait no longer than that. */
const WRITE_IN_A_TURN = 500;
const FORGET_EVERY_MS = 60 * 60_000;
const KEPT_DAYS = 30;
const FORGET_AT_ONCE = 5_000;
/** About 100 MB: while a database is away for long, further checks are not kept, rather than the process lost. */
const MOST_PENDING = 100_000;

/** What a database that is well refuses so often, it would refuse for ever, and hold up all that comes after. */
const MOST_REFUSALS = 20;

interface CheckMemoryDependencies {
  database: Database;
  clock: Clock;
  log: Log;
}

export function createCheckMemory(dependencies: CheckMemoryDependencies): CheckMemory {
  const { database, log } = dependencies;
  const pending: KeptCheck[] = [];

  let refusals = 0;

  const write = async () => {
    // They stay until they are written, so that a correction a moment later finds them.
    const checks = pending.slice(0, WRITE_AT_ONCE);
    try {
      await transaction(database, (trx) => insertInTurns(trx, checks), 'read committed');
    } catch (error) {
      log.warn({ error, rows: pending.length }, 'checks could not be written and wait');
      refusals += isDatabaseUnavailable(error) ? 0 : 1;
      if (refusals < MOST_REFUSALS) return;
      log.error({ error, rows: checks.length }, 'checks that the database refuses are dropped');
    }
    refusals = 0;
    pending.splice(0, checks.length);
  };
  let writing: Promise<void> | null = null;
  const writeBehind = async () => {
    if (pending.length === 0) return;
    writing ??= write();
    await writing;
    writing = null;
  };
  const timers = [
    setInterval(() => void writeBehind(), WRITE_EVERY_MS).unref(),
    setInterval(() => void forgetOld(dependencies), FORGET_EVERY_MS).unref(),
  ];

  return {
    keep: (check) => {
      if (pending.length < MOST_PENDING) pending.push(check);
    },
    find: async (shopId, id) => {
      const waiting = pending.find((check) => check.id === id && check.shopId === shopId);
      if (waiting !== undefined) return { id, address: waiting.address, verdict: waiting.judgement.verdict };
      return findCheck(database, shopId, id);
    },
    close: async () => {
      timers.forEach(clearInterval);
      for (let left = Infinity; pending.length > 0 && pending.length < left;) {
        left = pending.length;
        await writeBehind();
      }
    },
  };
}

async function insertInTurns(trx: Database, checks: readonly KeptCheck[]): Promise<void> {
  for (let start = 0; start < checks.length; start += WRITE_IN_A_TURN) {
    await insertChecks(trx, checks.slice(start, start + WRITE_IN_A_TURN));
    await nextTurn();
  }
}

async function forgetOld({ database, clock, log }: CheckMemoryDependencies): Promise<void> {
  const beforeMs = clock.nowMs() - KEPT_DAYS * 86_400_000;
  try {
    while ((await deleteChecksBefore(database, beforeMs, FORGET_AT_ONCE)) === FORGET_AT_ONCE);
  } catch (error) {
    log.warn({ error }, 'old checks could not be deleted');
  }
}
