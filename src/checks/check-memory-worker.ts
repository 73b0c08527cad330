import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import type { Log } from '../log';
import type { PreviousCheck } from './correction';
import { deleteChecksBefore, findCheck, insertChecks, type KeptCheck } from './checks-store';

/** Keeps checks behind the answers, and finds an earlier one again. */
export interface CheckMemory {
  /** Kept within a second; a crash may lose those of the last second. */
  keep(check: KeptCheck): void;
  /** Undefined where it is unknown, another shop's, or not found within 50 ms. */
  find(shopId: string, id: string): Promise<PreviousCheck | undefined>;
  /** Writes what is pending and stops. */
  close(): Promise<void>;
}

const WRITE_EVERY_MS = 500;
const FORGET_EVERY_MS = 60 * 60_000;
const KEPT_DAYS = 30;
const FORGET_AT_ONCE = 5_000;
const PATIENCE_MS = 50;
/** About 100 MB: behind a database that is away, the oldest checks go rather than the process. */
const MOST_PENDING = 100_000;

export function createCheckMemory({
  database,
  clock,
  log,
}: {
  database: Database;
  clock: Clock;
  log: Log;
}): CheckMemory {
  let pending: KeptCheck[] = [];
  let writing: Promise<void> = Promise.resolve();

  const write = async () => {
    const checks = pending;
    pending = [];
    try {
      await insertChecks(database, checks);
    } catch (error) {
      pending = [...checks, ...pending].slice(-MOST_PENDING);
      log.warn({ error, rows: pending.length }, 'checks could not be written and wait');
    }
  };
  const writeBehind = () => {
    if (pending.length > 0) writing = writing.then(write);
  };
  const forget = () => {
    const beforeMs = clock.nowMs() - KEPT_DAYS * 86_400_000;
    forgetAll(database, beforeMs).catch((error: unknown) =>
      log.warn({ error }, 'old checks could not be deleted'),
    );
  };
  const timers = [
    setInterval(writeBehind, WRITE_EVERY_MS).unref(),
    setInterval(forget, FORGET_EVERY_MS).unref(),
  ];

  return {
    keep: (check) => {
      if (pending.length < MOST_PENDING) pending.push(check);
    },
    find: async (shopId, id) => {
      const waiting = pending.find((check) => check.id === id && check.shopId === shopId);
      if (waiting !== undefined) return { id, address: waiting.address, verdict: waiting.judgement.verdict };
      return inTime(findCheck(database, shopId, id));
    },
    close: async () => {
      timers.forEach(clearInterval);
      writeBehind();
      await writing;
    },
  };
}

async function forgetAll(database: Database, beforeMs: number): Promise<void> {
  while ((await deleteChecksBefore(database, beforeMs, FORGET_AT_ONCE)) === FORGET_AT_ONCE);
}

/** The check must answer within its 800 ms whatever the database does: late or failed counts as not found. */
function inTime<Result>(work: Promise<Result>): Promise<Result | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    work.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer));
  });
}
