import type { Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import type { Once } from './once';

const TABLE = 'idempotency_keys';

export interface KeptResult {
  fingerprint: string;
  result: string;
}

/** The row that keeps what a write gave, to be written with it. */
export function keptRow(once: Once, kept: { subject: string; result: unknown }, nowMs: number): Insert {
  const { owner, key, fingerprint } = once;
  const row = { owner, key, fingerprint, subject: kept.subject, result: JSON.stringify(kept.result) };
  return { table: TABLE, rows: [{ ...row, created_at: nowMs }] };
}

/** What a write by this key gave; undefined where there was none. */
export async function findKept(
  database: Database,
  { owner, key }: Pick<Once, 'owner' | 'key'>,
): Promise<KeptResult | undefined> {
  return database<KeptResult & Once>(TABLE).where({ owner, key }).first('fingerprint', 'result');
}

/** Forgets what was written before a time, at most `limit` keys at once; returns how many. */
export async function forgetKeptBefore(database: Database, beforeMs: number, limit: number): Promise<number> {
  const old = database(TABLE)
    .select('owner', 'key')
    .where('created_at', '<', beforeMs)
    .orderBy('created_at')
    .limit(limit);
  return database(TABLE).whereIn(['owner', 'key'], old).delete();
}
