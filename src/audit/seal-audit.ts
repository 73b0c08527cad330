import { claimLease } from '../database/lease';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import { listUnsealed, readHead, writeSeals } from './audit-store';
import { sealAfter } from './chain';

/** The lease of who seals. */
export const SEALING = 'audit-seal';

/** SQLite writes in this thread: requests wait no longer than so many take. */
export const SEAL_AT_ONCE = 1_000;

/** Long enough not to change hands between two looks; a seal itself is safe without it. */
const LEASE_MS = 5_000;

/** Seals the oldest unsealed entries, at most `limit`, and returns how many; none while another holds the lease. */
export async function sealAudit(
  database: Database,
  { holder, nowMs }: { holder: string; nowMs: number },
  limit: number,
): Promise<number> {
  // Read committed: who waited for the lease must see the head that the one before it left.
  return transaction(
    database,
    async (trx) => {
      if (!(await claimLease(trx, { name: SEALING, holder }, { nowMs, forMs: LEASE_MS }))) return 0;
      const entries = await listUnsealed(trx, limit);
      if (entries.length > 0) await writeSeals(trx, sealAfter(await readHead(trx), entries));
      return entries.length;
    },
    'read committed',
  );
}
