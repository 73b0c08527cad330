import type { Knex } from 'knex';
import { dialectOf, type Dialect } from './dialect';

/**
 * Narrows a query to the rows that have one of these values in a column, however many: they are one binding, where a list of
 * thousands would be a statement that is new each time, and at some length refused.
 */
export function whereAmong(
  database: Knex,
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  void query.whereRaw(among[dialectOf(database)], [column, JSON.stringify(values)]);
}

const among: Readonly<Record<Dialect, string>> = {
  sqlite: '?? IN (SELECT value FROM json_each(?))',
  // Not = ANY of an array, by which each row of a small table would be compared with all of them.
  postgres: '?? IN (SELECT json_array_elements_text(?::json))',
};
