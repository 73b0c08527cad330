import type { Database } from '../database/open-database';
import { bulkInsert } from '../database/bulk-insert';
import type { EnteredAddress } from './address';
import type { PreviousCheck } from './correction';
import type { Judgement } from './judgement';

/** A check as it is kept for 30 days. */
export interface KeptCheck {
  id: string;
  shopId: string;
  createdAtMs: number;
  address: EnteredAddress;
  judgement: Pick<Judgement, 'verdict' | 'status' | 'reasons'>;
  previousCheckId: string | null;
}

/** The columns of a kept check, in the order of its migration. */
export const CHECK_COLUMNS = [
  'id',
  'shop_id',
  'created_at',
  'entry',
  'verdict',
  'status',
  'reasons',
  'previous_check_id',
] as const;

export async function insertChecks(database: Database, checks: readonly KeptCheck[]): Promise<void> {
  const rows = checks.map(({ id, shopId, createdAtMs, address, judgement, previousCheckId }) => ({
    id,
    shop_id: shopId,
    created_at: createdAtMs,
    entry: JSON.stringify(address),
    verdict: judgement.verdict,
    status: judgement.status,
    reasons: JSON.stringify(judgement.reasons.map(({ code }) => code)),
    previous_check_id: previousCheckId,
  }));
  await bulkInsert(database, 'checks', CHECK_COLUMNS, rows);
}

/** A check of this shop; undefined where there is none, or it is another shop's. */
export async function findCheck(
  database: Database,
  shopId: string,
  id: string,
): Promise<PreviousCheck | undefined> {
  const row = await database('checks')
    .select<{ id: string; entry: string; verdict: Judgement['verdict'] }[]>('id', 'entry', 'verdict')
    .where({ id, shop_id: shopId })
    .first();
  return row === undefined
    ? undefined
    : { id: row.id, verdict: row.verdict, address: JSON.parse(row.entry) as EnteredAddress };
}

/** Deletes what was made before a time, at most `limit` rows at once so that others may write in between. */
export async function deleteChecksBefore(
  database: Database,
  beforeMs: number,
  limit: number,
): Promise<number> {
  const old = database('checks')
    .select('id')
    .where('created_at', '<', beforeMs)
    .orderBy('created_at')
    .limit(limit);
  return database('checks').whereIn('id', old).delete();
}
