import { hash } from 'node:crypto';

/** An entry as the database holds it: everything that its seal vouches for. */
export interface StoredEntry {
  id: string;
  at: number;
  actor: string;
  action: string;
  subject: string;
  details: string;
}

/** An entry's place in the chain, and its seal. */
export interface Seal {
  seq: number;
  hash: string;
}

export type SealedEntry = StoredEntry & Seal;

/** What the first entry follows. */
export const BEGINNING: Seal = { seq: 0, hash: '0'.repeat(64) };

/** The seal of an entry vouches for it, and by the seal before it for all that were sealed earlier. */
export function hashAfter(previousHash: string, entry: StoredEntry): string {
  const { id, at, actor, action, subject, details } = entry;
  return hash('sha256', previousHash + JSON.stringify([id, at, actor, action, subject, details]), 'hex');
}

/** Seals entries in this order, the first of them after `head`. */
export function sealAfter(head: Seal, entries: readonly StoredEntry[]): SealedEntry[] {
  let last = head;
  return entries.map((entry) => {
    const sealed = { ...entry, seq: last.seq + 1, hash: hashAfter(last.hash, entry) };
    last = sealed;
    return sealed;
  });
}

/** Whether an entry stands where it was sealed, and as it was then. */
export function follows(head: Seal, entry: SealedEntry): boolean {
  return entry.seq === head.seq + 1 && entry.hash === hashAfter(head.hash, entry);
}
