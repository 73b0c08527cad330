import type { Database } from '../database/open-database';
import { readSealed } from './audit-store';
import { BEGINNING, hashAfter, type Seal, type SealedEntry } from './chain';

/**
 * What was done to the chain. `changed` is also what it looks like where an entry was taken out and all after it were
 * numbered anew: what its successor was sealed after is no longer there to compare with.
 */
export type BreakKind = 'changed' | 'missing' | 'inserted' | 'reordered';

/** The first place where the chain does not hold. */
export interface Break {
  seq: number;
  /** The entry that stands there; the one after it where it is missing. */
  id: string;
  kind: BreakKind;
}

/** Finds out why an entry does not follow the last one that does. */
export async function explainBreak(database: Database, last: Seal, found: SealedEntry): Promise<Break> {
  if (found.seq <= last.seq) return { seq: found.seq, id: found.id, kind: 'inserted' };
  const here = { seq: last.seq + 1, id: found.id };
  const rightful = await findSealed(database, (entry) => entry.hash === hashAfter(last.hash, entry));
  const before = await findPredecessor(database, found);
  if (rightful && !before) return { ...here, kind: 'inserted' };
  if (before && before.seq < last.seq) return insertedAfter(database, before);
  if (before) return { ...here, kind: 'reordered' };
  return { ...here, kind: found.seq === here.seq ? 'changed' : 'missing' };
}

/** What an entry was sealed after; undefined where that is gone, or the entry is not what was sealed. */
async function findPredecessor(database: Database, entry: SealedEntry): Promise<Seal | undefined> {
  const precedes = ({ hash }: Seal) => entry.hash === hashAfter(hash, entry);
  return precedes(BEGINNING) ? BEGINNING : findSealed(database, precedes);
}

/** An entry that was put in with a seal that fits, in front of one that was sealed after `before`. */
async function insertedAfter(database: Database, before: Seal): Promise<Break> {
  const seq = before.seq + 1;
  const inserted = await findSealed(database, (entry) => entry.seq === seq);
  return { seq, id: inserted?.id ?? '', kind: 'inserted' };
}

async function findSealed(
  database: Database,
  fits: (entry: SealedEntry) => boolean,
): Promise<SealedEntry | undefined> {
  for await (const page of readSealed(database)) {
    const entry = page.find(fits);
    if (entry) return entry;
  }
  return undefined;
}
