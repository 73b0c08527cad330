import { readConfig } from '../config';
import type { Database } from '../database/open-database';

/** Does something with the configured database, ready for this code, and closes it. */
export async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const { migrateOrRefuse } = await import('../database/migrate.js');
  return withUnpreparedDatabase(async (database) => {
    await migrateOrRefuse(database);
    return work(database);
  });
}

/** As `withDatabase`, whatever migrations it lacks. */
export async function withUnpreparedDatabase<Result>(
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const { openDatabase } = await import('../database/open-database.js');
  const database = await openDatabase(readConfig().databaseUrl);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}
