import { bulkUpdate } from '../database/bulk-update';
import type { Database } from '../database/open-database';
import { BEGINNING, type Seal, type SealedEntry, type StoredEntry } from './chain';

const TABLE = 'audit_entries';
const CONTENT = ['id', 'at', 'actor', 'action', 'subject', 'details'] as const;
const PAGE = 1_000;

/** The latest seal. */
export async function readHead(database: Database): Promise<Seal> {
  const row = await database<SealedEntry>(TABLE)
    .whereNotNull('seq')
    .orderBy('seq', 'desc')
    .first('seq', 'hash');
  return row ?? BEGINNING;
}

/** Entries without a seal, the oldest first. */
export async function listUnsealed(database: Database, limit: number): Promise<StoredEntry[]> {
  return database<SealedEntry>(TABLE)
    .whereNull('seq')
    .orderBy('id')
    .limit(limit)
    .select(...CONTENT);
}

/** When the oldest entry without a seal was made; null where all have theirs. */
export async function oldestUnsealedAtMs(database: Database): Promise<number | null> {
  const [oldest] = await listUnsealed(database, 1);
  return oldest?.at ?? null;
}

export async function countUnsealed(database: Database): Promise<number> {
  const row = await database(TABLE).whereNull('seq').count<{ entries: number }>({ entries: '*' }).first();
  return row?.entries ?? 0;
}

export async function writeSeals(database: Database, sealed: readonly SealedEntry[]): Promise<void> {
  const seals = sealed.map(({ id, seq, hash }) => ({ id, seq, hash }));
  await bulkUpdate(database, TABLE, ['id', 'seq', 'hash'], seals);
}

/**
 * All sealed entries in their order, or those behind a place in it, a page at a time; what someone put twice at one place comes
 * twice.
 */
export async function* readSealed(database: Database, afterSeq?: number): AsyncGenerator<SealedEntry[]> {
  let last = { seq: afterSeq === undefined ? Number.MIN_SAFE_INTEGER : afterSeq + 1, id: '' };
  for (;;) {
    const page = await database<SealedEntry>(TABLE)
      .whereNotNull('seq')
      .whereRaw('(seq, id) > (?, ?)', [last.seq, last.id])
      .orderBy(['seq', 'id'])
      .limit(PAGE)
      .select(...CONTENT, 'seq', 'hash');
    yield page;
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) return;
    last = end;
  }
}
