import type { Knex } from 'knex';
import { parseDatabaseUrl } from './database-url';
import { dialectOf } from './dialect';

/** Where a database is, without user or password. */
export function databaseName(url: string): string {
  return parseDatabaseUrl(url)?.name ?? 'unknown';
}

/** The database's own time, in milliseconds since 1970. */
export async function databaseTimeMs(database: Knex): Promise<number> {
  const now =
    dialectOf(database) === 'postgres'
      ? 'EXTRACT(EPOCH FROM clock_timestamp())::float8 * 1000'
      : "(julianday('now') - 2440587.5) * 86400000";
  const row = await database.first<{ now: number }>(database.raw(`${now} AS now`));
  return row.now;
}
