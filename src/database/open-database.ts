import type { Knex } from 'knex';
import { DatabaseUnavailable, explainDatabaseError } from './database-error';
import { isInMemory, parseDatabaseUrl, type DatabaseLocation } from './database-url';
import { openPostgres } from './postgres';
import { makeFolderOf, openSqlite } from './sqlite';
import { transaction } from './transaction';

/** A database that stores ask, or a transaction in it: they cannot tell which. */
export type Database = Knex;

/** A transaction, where it must be one: what is told to others when it commits. */
export type Transaction = Knex.Transaction;

/**
 * Opens the database that a URL names, and finds out whether it can be read and written.
 * @throws DatabaseUnavailable with a sentence that says what to do
 */
export async function openDatabase(url: string): Promise<Database> {
  const location = parseDatabaseUrl(url);
  if (!location) throw new DatabaseUnavailable('KLOPT_DATABASE_URL must be sqlite:PATH or postgres://…');
  const database = connect(location);
  try {
    await transaction(database, (trx) => trx.raw('SELECT 1'));
    return database;
  } catch (error) {
    await database.destroy();
    throw explainDatabaseError(error, location.name);
  }
}

function connect(location: DatabaseLocation): Database {
  if (location.kind === 'postgres') return openPostgres(location.url);
  if (!isInMemory(location)) makeFolderOf(location.file);
  return openSqlite(location.file);
}
