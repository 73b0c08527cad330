import type { Knex } from 'knex';
import { dialectOf } from './dialect';
import { transaction } from './transaction';

export type Value = string | number | null;

/** Rows for one table, which all have the same columns. */
export interface Insert {
  table: string;
  rows: readonly Readonly<Record<string, Value>>[];
}

/**
 * Inserts rows into several tables, all of them or none, in this order. On PostgreSQL it is one statement, so that what
 * belongs together takes one round trip, and no transaction need be held open for it.
 * Rejects where a row is there already (`isDuplicate`) or refers to none (`isUnknownReference`).
 */
export async function insertTogether(database: Knex, inserts: readonly Insert[]): Promise<void> {
  const filled = inserts.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return;
  if (dialectOf(database) === 'postgres') await insertAtOnce(database, filled);
  else if (database.isTransaction) await insertInTurn(database, filled);
  else await transaction(database, (trx) => insertInTurn(trx, filled));
}

async function insertAtOnce(database: Knex, inserts: readonly Insert[]): Promise<void> {
  const written = inserts.map(toSql);
  const steps = written.map(({ sql }, index) => `i${index} AS (${sql})`).join(', ');
  await database.raw(
    `WITH ${steps} SELECT 1`,
    written.flatMap(({ bindings }) => bindings),
  );
}

async function insertInTurn(database: Knex, inserts: readonly Insert[]): Promise<void> {
  for (const { sql, bindings } of inserts.map(toSql)) await database.raw(sql, bindings);
}

function toSql({ table, rows }: Insert): { sql: string; bindings: Value[] } {
  const columns = Object.keys(rows[0] ?? {});
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  return {
    sql: `INSERT INTO "${table}" ("${columns.join('", "')}") VALUES ${rows.map(() => tuple).join(', ')}`,
    bindings: rows.flatMap((row) => columns.map((column) => row[column] ?? null)),
  };
}
