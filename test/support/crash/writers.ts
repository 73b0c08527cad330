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
  return {
    ledger,
    async until(writes) {
      while (ledger.acknowledged.length < writes && failure === undefined) await sleep(LOOK_EVERY_MS);
      refuseFailure();
    },
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
