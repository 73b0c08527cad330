import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { every } from '../every';
import { newId } from '../ids';
import type { Log } from '../log';
import { addLooker, forgetLookersBefore, prolongLookers, removeLookers } from './lookers-store';

/** Who looks at which case now, as far as this process knows; all processes know it by the database. */
export interface Lookers {
  /** Says that somebody looks at a case, until what is returned is called. */
  enter(shipmentId: string, personId: string): () => void;
  close(): Promise<void>;
}

interface LookersDependencies {
  database: Database;
  clock: Clock;
  log: Log;
}

const PROLONG_EVERY_MS = 10_000;
/** Twice that, and a little: one time may be missed. */
const LASTS_MS = 25_000;

/** Starts to keep who looks at what. */
export function startLookers({ database, clock, log }: LookersDependencies): Lookers {
  const here = new Map<string, Promise<unknown>>();
  // That nobody is seen to look costs nobody anything: it is noted, and that is all.
  const noted = (work: Promise<unknown>) =>
    work.catch((error: unknown) => log.warn({ error }, 'who looks at a case was not kept'));
  const untilMs = () => clock.nowMs() + LASTS_MS;
  const prolonging = every(PROLONG_EVERY_MS, async () => {
    if (here.size === 0) return;
    await prolongLookers(database, [...here.keys()], untilMs());
    await forgetLookersBefore(database, clock.nowMs());
  });
  const leave = async (id: string) => {
    const entered = here.get(id);
    here.delete(id);
    await entered;
    await noted(removeLookers(database, [id]));
  };
  return {
    enter(shipmentId, personId) {
      const id = newId('lkr', clock.nowMs());
      here.set(id, noted(addLooker(database, { id, shipmentId, personId, untilMs: untilMs() })));
      return () => void leave(id);
    },
    async close() {
      await prolonging.stop();
      await Promise.all([...here.keys()].map(leave));
    },
  };
}
