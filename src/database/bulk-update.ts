import type { Knex } from 'knex';
import { dialectOf } from './dialect';

type Value = string | number | null;

/**
 * Sets columns of many rows by one statement with one parameter, a JSON text, whatever their number. Each row holds a
 * value for each column, the first of which is the primary key and finds it.
 */
export async function bulkUpdate<Column extends string>(
  database: Knex,
  table: string,
  columns: readonly [Column, ...Column[]],
  rows: readonly Readonly<Record<Column, Value>>[],
): Promise<void> {
  const [key, ...set] = columns;
  const sets = set.map(() => '?? = given.??').join(', ');
  const names = set.flatMap((column) => [column, column]);
  const { sql, bindings, json } = givenRows(database, table, columns, rows);
  await database.raw(`UPDATE ?? SET ${sets} FROM ${sql} WHERE ??.?? = given.??`, [
    table,
    ...names,
    ...bindings,
    json,
    table,
    key,
    key,
  ]);
}

interface GivenRows {
  sql: string;
  bindings: string[];
  json: string;
}

/** The rows as something to select from, with the types of the table's columns. */
function givenRows<Column extends string>(
  database: Knex,
  table: string,
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Value>>[],
): GivenRows {
  if (dialectOf(database) === 'postgres')
    return {
      sql: 'json_populate_recordset(NULL::??, ?::json) AS given',
      bindings: [table],
      json: JSON.stringify(rows),
    };
  const picks = columns.map((_, position) => `value ->> ${position} AS ??`).join(', ');
  return {
    sql: `(SELECT ${picks} FROM json_each(?)) AS given`,
    bindings: [...columns],
    json: JSON.stringify(rows.map((row) => columns.map((column) => row[column]))),
  };
}
