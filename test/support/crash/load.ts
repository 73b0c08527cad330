import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../src/database/open-database';
import type { Patience, Target } from './send';

/** What goes on while a service or its database is crashed, and must be there afterwards. */
export interface Load {
  patience: Patience;
  /** How many writes were acknowledged. */
  acknowledged(): number;
  /** Waits as long as something is so. Rejects where somebody was answered what they should not be. */
  whileTrue(condition: () => boolean): Promise<void>;
  /** Everything that is wrong with a database in the light of what was acknowledged; nothing where all is well. */
  wrongIn(): (database: Database) => Promise<string[]>;
  /** Lets each finish what they are doing. Rejects likewise. */
  stop(): Promise<void>;
}

export type StartLoad<Kind extends Load> = (target: Target) => Kind;

/** Waits until so many writes are acknowledged. */
export function untilAcknowledged(load: Load, writes: number): Promise<void> {
  return load.whileTrue(() => load.acknowledged() < writes);
}

/** Those who work until told to stop, and whether one of them has failed. */
export interface Crew {
  whileTrue(condition: () => boolean): Promise<void>;
  /** Waits for all of them. */
  finish(): Promise<void>;
}

const LOOK_EVERY_MS = 2;

/** Sets so many to work, each until it is over or one has failed. */
export function startCrew(
  workers: readonly ((isOver: () => boolean) => Promise<void>)[],
  isOver: () => boolean,
): Crew {
  let failure: unknown;
  const working = workers.map((work) =>
    work(() => isOver() || failure !== undefined).catch((error: unknown) => {
      failure ??= error;
    }),
  );
  const refuseFailure = () => {
    if (failure !== undefined) throw failure as Error;
  };
  return {
    async whileTrue(condition) {
      while (condition() && failure === undefined) await sleep(LOOK_EVERY_MS);
      refuseFailure();
    },
    async finish() {
      await Promise.all(working);
      refuseFailure();
    },
  };
}
