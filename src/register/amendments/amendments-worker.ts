import type { Clock } from '../../clock';
import type { Database } from '../../database/open-database';
import { every } from '../../every';
import type { Log } from '../../log';
import { readAmendmentChanges } from './amendments-store';
import type { CurrentRegister } from '../current-register';

export interface AmendmentsFollower {
  /** Brings the register up to what the database holds now. Rejects where that is down. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface FollowerDependencies {
  database: Database;
  register: CurrentRegister;
  clock: Clock;
  log: Log;
}

// Twice within the two seconds in which every replica must have heard of an amendment.
const POLL_EVERY_MS = 900;

/** Lays the amendments of the database over the register, and keeps it so until closed. Rejects where it is down. */
export async function followAmendments(dependencies: FollowerDependencies): Promise<AmendmentsFollower> {
  const { database, register, clock, log } = dependencies;
  let version = -1;
  let underWay: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const changes = await readAmendmentChanges(database, version, clock.nowMs());
    if (changes === null) return;
    register.useAmendments(changes.amendments);
    version = changes.version;
    log.info({ rows: changes.amendments.length }, 'amendments are laid over the register');
  }

  // One look after the other: one that overtook would lay older amendments over newer ones.
  function refresh(): Promise<void> {
    underWay = underWay.then(look, look);
    return underWay;
  }

  await refresh();
  const polling = every(POLL_EVERY_MS, () => {
    register.expire();
    return refresh();
  });
  return { refresh, close: () => polling.stop() };
}
