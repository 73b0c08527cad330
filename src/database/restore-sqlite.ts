import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { BackupError, explainCopyError } from './backup-error';
import { copySqlite, syncPath, type OnCopied } from './copy-sqlite';
import { errorCodeOf } from './database-error';
import { statusOf } from './migrate';
import { makeFolderOf } from './sqlite';

export interface Restored {
  /** Where the database is that was replaced; null where there was none. */
  replaced: string | null;
  /** The migrations that the next start applies. */
  pending: string[];
  /** The replaced database was so damaged that it could not be told whether a service had it open. */
  mayBeInUse: boolean;
}

/**
 * Puts a backup in the place of a database that nobody has open, and keeps that one beside it. Either of them is
 * under the database's name, at any moment.
 * @throws BackupError with a sentence that says what to do
 */
export async function restoreSqlite(
  backup: string,
  database: string,
  { atMs, onCopied }: { atMs: number; onCopied: OnCopied },
): Promise<Restored> {
  const file = existsSync(database) ? realpathSync(database) : database;
  refuseItself(backup, file);
  makeFolderOf(file);
  closeWhole(file);
  const copy = `${file}.${String(process.pid)}.part`;
  await copySqlite(backup, copy, onCopied);
  try {
    const pending = pendingIn(copy, backup);
    // Once more: a service may have been started meanwhile.
    const mayBeInUse = !closeWhole(file);
    const replaced = existsSync(file) ? keepBeside(file, copy, atMs) : null;
    renameSync(copy, file);
    syncPath(dirname(file));
    return { replaced, pending, mayBeInUse };
  } catch (error) {
    throw explainCopyError(error, backup, file);
  } finally {
    rmSync(copy, { force: true });
  }
}

function refuseItself(backup: string, file: string): void {
  if (existsSync(backup) && existsSync(file) && realpathSync(backup) === file)
    throw new BackupError(`${backup} is the database itself: name a backup of it.`);
}

/**
 * Writes what a database has in other files into its one file, which only the last process that has it open can do.
 * False where it is too damaged for that.
 */
function closeWhole(file: string): boolean {
  if (!existsSync(file)) return true;
  try {
    const database = new BetterSqlite(file, { fileMustExist: true, timeout: 1_000 });
    try {
      database.pragma('journal_mode = DELETE');
    } finally {
      database.close();
    }
    return true;
  } catch (error) {
    if (errorCodeOf(error).startsWith('SQLITE_BUSY'))
      throw new BackupError(`The database ${file} is in use: stop the service, then restore again.`, error);
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(errorCodeOf(error))) return false;
    throw explainCopyError(error, file, file);
  }
}

function pendingIn(copy: string, backup: string): string[] {
  const { applied, pending, unknown } = statusOf(appliedIn(copy));
  if (applied.length === 0 || applied.length === unknown.length)
    throw new BackupError(`${backup} is a database, but not one of klopt.`);
  if (unknown.length > 0)
    throw new BackupError(
      `${backup} is newer than this version of klopt (it has ${unknown.join(', ')}): restore it with the newer version.`,
    );
  return pending;
}

function appliedIn(file: string): string[] {
  const database = new BetterSqlite(file, { fileMustExist: true, readonly: true });
  try {
    const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get();
    if (table === undefined) return [];
    return database.prepare('SELECT name FROM migrations ORDER BY id').pluck().all() as string[];
  } finally {
    database.close();
  }
}

/** Gives what is to be replaced a second name, and its owner to what replaces it. */
function keepBeside(file: string, copy: string, atMs: number): string {
  const beside = `${file}.before-restore-${new Date(atMs).toISOString().replaceAll(':', '-')}`;
  const { mode, uid, gid } = statSync(file);
  chmodSync(copy, mode);
  if (process.getuid?.() === 0) chownSync(copy, uid, gid);
  linkSync(file, beside);
  // Left where they are, they would be taken for parts of the one that comes in its place.
  for (const part of ['-journal', '-wal', '-shm'])
    if (existsSync(file + part)) renameSync(file + part, beside + part);
  return beside;
}
