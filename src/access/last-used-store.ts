import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';

const TABLES: Readonly<Record<string, string>> = { tok: 'person_tokens', dev: 'device_tokens' };

/**
 * Notes when keys and tokens were used, by id; of several replicas, the first to say so within `everyMs`
 * writes it.
 */
export async function writeLastUsed(
  database: Database,
  usedAtMs: ReadonlyMap<string, number>,
  everyMs: number,
): Promise<void> {
  await transaction(database, async (trx) => {
    for (const [id, atMs] of usedAtMs) {
      await trx(TABLES[id.slice(0, 3)] ?? 'api_keys')
        .where({ id })
        .whereRaw('COALESCE(last_used_at, 0) <= ?', [atMs - everyMs])
        .update({ last_used_at: atMs });
    }
  });
}
