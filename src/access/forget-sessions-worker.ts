import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { every, type Repeated } from '../every';
import type { Log } from '../log';
import { LONGEST_MS } from './session';
import { forgetSessionsBefore } from './sessions-store';
import { FORGOTTEN_MS } from './sign-in-delay';
import { forgetFailuresBefore } from './sign-in-failures-store';

export interface ForgetSessionsDependencies {
  database: Database;
  clock: Clock;
  log: Log;
}

const EVERY_MS = 60 * 60_000;

/** Forgets sessions that are over and tries that no longer count: what is not kept cannot be told. */
export function startForgetSessionsWorker(dependencies: ForgetSessionsDependencies): Repeated {
  return every(EVERY_MS, () => forgetSessions(dependencies));
}

export async function forgetSessions({ database, clock, log }: ForgetSessionsDependencies): Promise<void> {
  const nowMs = clock.nowMs();
  try {
    await forgetSessionsBefore(database, nowMs - LONGEST_MS);
    await forgetFailuresBefore(database, nowMs - FORGOTTEN_MS);
  } catch (error) {
    log.warn({ error }, 'old sessions could not be deleted');
  }
}
