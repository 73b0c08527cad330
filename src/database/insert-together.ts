import type { Knex } from 'knex';
import { dialectOf } from './dialect';
import { toStatement } from './postgres-writes';
import { preparedAs } from './prepared';
import { toStatements } from './sqlite-writes';
import { transaction } from './transaction';
import type { Insert } from './write';

export type { Insert, Value } from './write';

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
  const { sql, bindings } = toStatement(inserts);
  await database.raw(sql, bindings).options(preparedAs(sql));
}

async function insertInTurn(database: Knex, inserts: readonly Insert[]): Promise<void> {
  for (const { sql, bindings } of inserts.flatMap(toStatements)) await database.raw(sql, bindings);
}
