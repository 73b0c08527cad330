import { setTimeout as sleep } from 'node:timers/promises';
import type { Expected } from './examine';
import { Ledger } from './ledger';
import type { Target } from './send';
import { keepWriting } from './writer';

/** Several writers at once, and what they were told. */
export interface Writers {
  ledger: Ledger;
  /** Waits until so many writes are acknowledged. Rejects where a writer was answered what it should not be. */
  until(writes: number): Promise<void>;
  /** Waits as long as something is so. Rejects likewise. */
  whileTrue(condition: () => boolean): Promise<void>;
  /** What the database must hold from now on. */
  expected(): Expected;
  /** Lets each finish what it is doing. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 2;

export function startWriters(target: Target, count: number): Writers {
  const ledger = new Ledger();
  let isOver = false;
  let failure: unknown;
  const writing = Array.from({ length: count }, () =>
    keepWriting(target, ledger, () => isOver || failure !== undefined).catch((error: unknown) => {
      failure ??= error;
    }),
  );
  const refuseFailure = () => {
    if (failure !== undefined) throw failure as Error;
  };
  const whileTrue = async (condition: () => boolean) => {
    while (condition() && failure === undefined) await sleep(LOOK_EVERY_MS);
    refuseFailure();
  };
  return {
    ledger,
    until: (writes) => whileTrue(() => ledger.acknowledged.length < writes),
    whileTrue,
    expected: () => ({
      acknowledged: [...ledger.acknowledged],
      shipments: new Map(ledger.shipments),
      isQuiet: isOver,
    }),
    async stop() {
      isOver = true;
      await Promise.all(writing);
      refuseFailure();
    },
  };
}
