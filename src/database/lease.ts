import type { Knex } from 'knex';

/** Work that one process at a time may do, and the process that wants to do it. */
export interface Lease {
  name: string;
  /** Any text that no other process has. */
  holder: string;
}

/**
 * Takes a lease, or prolongs it where it is the holder's already; false while another has it. In a transaction, others
 * that ask wait until that ends, so that of two whose clocks differ the second sees what the first has done.
 */
export async function claimLease(
  database: Knex,
  { name, holder }: Lease,
  { nowMs, forMs }: { nowMs: number; forMs: number },
): Promise<boolean> {
  const claimed = (await database('leases')
    .insert({ name, holder, lease_until: nowMs + forMs })
    .onConflict('name')
    .merge()
    .whereRaw('(leases.lease_until < ? OR leases.holder = ?)', [nowMs, holder])
    .returning('name')) as unknown[];
  return claimed.length > 0;
}

/** Gives a lease back before its time, so that another process need not wait for that. */
export async function releaseLease(database: Knex, { name, holder }: Lease): Promise<void> {
  await database('leases').where({ name, holder }).update({ lease_until: 0 });
}
