import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';

/**
 * Notes when keys and people's tokens were used, by id; of several replicas, the first to say so within `everyMs`
 * writes it.
 */
export async function writeLastUsed(
  database: Database,
  usedAtMs: ReadonlyMap<string, number>,
  everyMs: number,
): Promise<void> {
  await transaction(database, async (trx) => {
    for (const [id, atMs] of usedAtMs) {
      await trx(id.startsWith('tok_') ? 'person_tokens' : 'api_keys')
        .where({ id })
        .whereRaw('COALESCE(last_used_at, 0) <= ?', [atMs - everyMs])
        .update({ last_used_at: atMs });
    }
  });
}
