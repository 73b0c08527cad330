import type { Knex } from 'knex';

/** What every replica keeps in memory, and therefore must hear of when it changes. */
export type Marked = 'api_keys' | 'person_tokens' | 'device_tokens' | 'register_amendments';

/**
 * Counts one change, and returns its number. To be called in the transaction of the change, which then holds the row
 * until it commits: numbers become visible in their order, and none is passed over.
 */
export async function markChanged(trx: Knex.Transaction, name: Marked): Promise<number> {
  const [row] = await trx<{ name: string; version: number }>('change_markers')
    .where({ name })
    .increment('version', 1)
    .returning('version');
  if (!row) throw new Error(`There is no change marker for ${name}`);
  return row.version;
}

/** The number of the latest change: one row, to be polled. */
export async function readMarker(database: Knex, name: Marked): Promise<number> {
  return (await readMarkers(database, [name]))[name];
}

/** The numbers of the latest changes, in one look. */
export async function readMarkers<Name extends Marked>(
  database: Knex,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const rows = await database<{ name: string; version: number }>('change_markers')
    .whereIn('name', names)
    .select('name', 'version');
  const numbers = names.map((name) => [name, rows.find((row) => row.name === name)?.version ?? 0]);
  return Object.fromEntries(numbers) as Record<Name, number>;
}
