import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { readSealed } from './audit-store';
import { follows, type Seal } from './chain';

/** How much of the chain holds, from where it was looked at on. */
export interface VerifiedPortion {
  /** The last entry that does. */
  head: Seal;
  /** When that was made; null where none was looked at. */
  toMs: number | null;
  /** The place of the first that does not; null where all that was looked at does. */
  brokenAt: number | null;
  /** Whether the end of the chain was reached. */
  isAll: boolean;
}

/**
 * Walks through the chain as `klopt audit verify` does, from behind a place where it held, for so long: who looks at a page cannot
 * wait for a million entries.
 */
export async function verifyPortion(
  { database, clock }: { database: Database; clock: Clock },
  after: Seal,
  forMs: number,
): Promise<VerifiedPortion> {
  const untilMs = clock.monotonicMs() + forMs;
  const portion: VerifiedPortion = { head: after, toMs: null, brokenAt: null, isAll: true };
  for await (const page of readSealed(database, after.seq)) {
    for (const entry of page) {
      if (!follows(portion.head, entry)) return { ...portion, brokenAt: entry.seq };
      portion.head = { seq: entry.seq, hash: entry.hash };
      portion.toMs = entry.at;
    }
    if (page.length > 0 && clock.monotonicMs() >= untilMs) return { ...portion, isAll: false };
    // Others are served in between.
    await nextTurn();
  }
  return portion;
}
