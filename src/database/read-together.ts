import type { Knex } from 'knex';
import { dialectOf, type Dialect } from './dialect';
import { preparedAs, rowsOf } from './prepared';

/** Which rows of a table are wanted: those that have one of these values in a column. */
export interface Read {
  table: string;
  columns: readonly string[];
  whereIn: { column: string; values: readonly string[] };
  /** The rows are in the order of these. */
  orderBy: readonly string[];
}

/**
 * Reads rows of several tables by one statement, as one row of JSON texts. A hundred stops of twenty columns take 0.29 ms so,
 * and 0.54 ms as rows (SQLite); PostgreSQL is asked once in place of once a table.
 */
export async function readTogether<Rows extends Record<string, object>>(
  database: Knex,
  reads: { readonly [Name in keyof Rows]: Read },
): Promise<{ [Name in keyof Rows]: Rows[Name][] }> {
  const dialect = dialectOf(database);
  const entries: [string, Read][] = Object.entries(reads);
  const sql = `SELECT ${entries.map(([name, read]) => `${asJson[dialect](read)} AS "${name}"`).join(', ')}`;
  const bindings = entries.map(([, { whereIn }]) => JSON.stringify(whereIn.values));
  const [row = {}] = rowsOf<Record<string, string>>(
    await database.raw(sql, bindings).options(preparedAs(sql)),
  );
  const parsed = entries.map(([name]) => [name, JSON.parse(row[name] ?? '[]') as unknown]);
  return Object.fromEntries(parsed) as { [Name in keyof Rows]: Rows[Name][] };
}

const asJson: Readonly<Record<Dialect, (read: Read) => string>> = {
  sqlite: ({ table, columns, whereIn, orderBy }) =>
    `(SELECT json_group_array(json_object(${pairsOf(columns)}) ORDER BY ${orderBy.join(', ')}) FROM "${table}"` +
    ` WHERE "${whereIn.column}" IN (SELECT value FROM json_each(?)))`,
  postgres: ({ table, columns, whereIn, orderBy }) =>
    `(SELECT json_agg(json_build_object(${pairsOf(columns)}) ORDER BY ${orderBy.join(', ')})::text FROM "${table}"` +
    ` WHERE "${whereIn.column}" = ANY(ARRAY(SELECT json_array_elements_text(?::json))))`,
};

function pairsOf(columns: readonly string[]): string {
  return columns.map((column) => `'${column}', "${column}"`).join(', ');
}
