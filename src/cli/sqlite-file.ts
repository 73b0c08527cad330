import { readConfig } from '../config';
import { CommandFailed } from './command-failed';

/** The file of the configured database, for what can be done with SQLite only. */
export async function sqliteFile(): Promise<string> {
  const { isInMemory, parseDatabaseUrl } = await import('../database/database-url.js');
  const location = parseDatabaseUrl(readConfig().databaseUrl);
  if (location?.kind === 'postgres')
    throw new CommandFailed(
      'The database is on PostgreSQL, which has pg_dump and pg_restore for this: docs/operations.md says how.',
    );
  if (!location || isInMemory(location))
    throw new CommandFailed('The database is in memory: set KLOPT_DATABASE_URL to sqlite:PATH.');
  return location.file;
}
