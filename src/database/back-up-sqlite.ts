import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { BackupError, explainCopyError } from './backup-error';
import { copySqlite, syncPath, type OnCopied } from './copy-sqlite';

/** Puts a finished file in its place. */
export type Place = (file: string, place: string) => void;

/** Where nothing is yet. */
export const placeAnew: Place = (file, place) => {
  refuseExisting(place);
  renameSync(file, place);
};

/** Instead of whatever is there. */
export const placeInstead: Place = renameSync;

/**
 * Writes a backup of a database that may be in use. Under its name there is the whole of it, or what was there before.
 * @throws BackupError with a sentence that says what to do
 */
export async function backUpSqlite(
  database: string,
  out: string,
  place: Place,
  onCopied: OnCopied,
): Promise<void> {
  if (place === placeAnew) refuseExisting(out);
  refuseItself(database, out);
  const copy = `${out}.${String(process.pid)}.part`;
  await copySqlite(database, copy, onCopied);
  try {
    place(copy, out);
    syncPath(dirname(out));
  } catch (error) {
    throw explainCopyError(error, database, out);
  } finally {
    rmSync(copy, { force: true });
  }
}

function refuseExisting(out: string): void {
  if (existsSync(out))
    throw new BackupError(`${out} is there already: name another file, or add --force to replace it.`);
}

function refuseItself(database: string, out: string): void {
  if (existsSync(out) && existsSync(database) && realpathSync(out) === realpathSync(database))
    throw new BackupError(`${out} is the database itself: name another file.`);
}
