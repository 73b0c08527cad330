import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { BackupError, explainCopyError } from './backup-error';

export type OnCopied = (bytesDone: number, bytesTotal: number) => void;

/** 4 MB of the usual pages. */
const PAGES_AT_ONCE = 1_000;

/**
 * Copies a database, as it is at this moment, to a file that only its owner may read, while others write to it. What
 * is there afterwards is one intact file, on the disk; or nothing, where it rejects.
 * @throws BackupError with a sentence that says what to do
 */
export async function copySqlite(from: string, to: string, onCopied: OnCopied): Promise<void> {
  try {
    await copyPages(from, to, onCopied);
    makeWhole(from, to);
    syncPath(to);
  } catch (error) {
    for (const part of ['', '-journal', '-wal', '-shm']) rmSync(to + part, { force: true });
    throw explainCopyError(error, from, to);
  }
}

async function copyPages(from: string, to: string, onCopied: OnCopied): Promise<void> {
  const source = new BetterSqlite(from, { fileMustExist: true, readonly: true });
  try {
    const pageBytes = source.pragma('page_size', { simple: true }) as number;
    // One view of the database throughout: without it the copy begins anew whenever another process has written.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    closeSync(openSync(to, 'wx', 0o600));
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onCopied((totalPages - remainingPages) * pageBytes, totalPages * pageBytes);
        return PAGES_AT_ONCE;
      },
    });
  } finally {
    source.close();
  }
}

/** Makes one file of the copy, which needs no other beside it, and looks at every page. */
function makeWhole(from: string, to: string): void {
  const copy = new BetterSqlite(to, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new BackupError(`${from} is damaged: use an earlier backup.`);
  } finally {
    copy.close();
  }
}

/** Returns when a file, or the names in a folder, have reached the disk. */
export function syncPath(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
