import { type Expected, wrongIn } from './examine';
import { Ledger } from './ledger';
import { type Load, startCrew } from './load';
import type { Target } from './send';
import { keepWriting } from './writer';

/** Several writers at once, and what they were told. */
export interface Writers extends Load {
  ledger: Ledger;
}

export function startWriters(target: Target, count: number): Writers {
  const ledger = new Ledger();
  let isOver = false;
  const write = (isDone: () => boolean) => keepWriting(target, ledger, isDone);
  const crew = startCrew(
    Array.from({ length: count }, () => write),
    () => isOver,
  );
  const expected = (): Expected => ({
    acknowledged: [...ledger.acknowledged],
    shipments: new Map(ledger.shipments),
    isQuiet: isOver,
  });
  return {
    ledger,
    patience: ledger,
    acknowledged: () => ledger.acknowledged.length,
    whileTrue: (condition) => crew.whileTrue(condition),
    wrongIn() {
      const now = expected();
      return (database) => wrongIn(database, now);
    },
    async stop() {
      isOver = true;
      await crew.finish();
    },
  };
}
