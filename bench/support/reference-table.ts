import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';

/**
 * The reference of the checks: the same addresses in an indexed SQLite table, asked for all that is at a postcode by a
 * prepared statement. This is what a shop would write that keeps the register in a table.
 */
export function openReferenceTable(file: string, csvPath: string): Database.Database {
  const isNew = !existsSync(file);
  const database = new Database(file);
  if (isNew) fill(database, csvPath);
  return database;
}

function fill(database: Database.Database, csvPath: string): void {
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.exec('CREATE TABLE addresses (street TEXT, house_number INTEGER, postcode TEXT, city TEXT)');
  const insert = database.prepare('INSERT INTO addresses VALUES (?, ?, ?, ?)');
  database.exec('BEGIN');
  const lines = gunzipSync(readFileSync(csvPath)).toString('utf8').split('\n');
  for (const line of lines.slice(1)) if (line !== '') insert.run(...line.split(','));
  database.exec('COMMIT; CREATE INDEX by_postcode ON addresses (postcode, house_number)');
}
