import type { Knex } from 'knex';

export type Dialect = 'sqlite' | 'postgres';

/** Which of the two databases this is. */
export function dialectOf(database: Knex): Dialect {
  return (database.client as { driverName: string }).driverName === 'pg' ? 'postgres' : 'sqlite';
}
