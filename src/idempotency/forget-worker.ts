import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import { every, type Repeated } from '../every';
import type { Log } from '../log';
import { forgetKeptBefore } from './idempotency-store';

export interface ForgetWorkerDependencies {
  database: Database;
  clock: Clock;
  log: Log;
}

const LOOK_EVERY_MS = 5 * 60_000;
const KEPT_MS = 24 * 60 * 60_000;
/** Others write in between. */
const FORGET_AT_ONCE = 500;
/** Some seconds of work: what stops the service waits no longer than that. */
const MOST_PORTIONS = 100;

/** Forgets what idempotent writes gave, a day after. Where several processes do, they share the work. */
export function startForgetWorker(dependencies: ForgetWorkerDependencies): Repeated {
  return every(LOOK_EVERY_MS, () => forgetOld(dependencies));
}

/** Forgets what is older than a day, in portions. */
export async function forgetOld({ database, clock, log }: ForgetWorkerDependencies): Promise<void> {
  const beforeMs = clock.nowMs() - KEPT_MS;
  const forget = () =>
    transaction(database, (trx) => forgetKeptBefore(trx, beforeMs, FORGET_AT_ONCE), 'read committed');
  try {
    for (let portion = 1; portion <= MOST_PORTIONS && (await forget()) === FORGET_AT_ONCE; portion++)
      await nextTurn();
  } catch (error) {
    log.warn({ error }, 'old idempotency keys could not be deleted');
  }
}
