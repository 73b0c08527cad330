import { errorCodeOf } from './database-error';

/** A backup could not be made or put back; the message is a sentence that says what to do. */
export class BackupError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'BackupError';
  }
}

type Sentence = (from: string, to: string) => string;

const noRoom: Sentence = (_, to) => `There is no room for ${to}: free some, or name another place.`;
const notWritable: Sentence = (_, to) =>
  `${to} cannot be written: is its folder there, and may this user write to it?`;

const sentences: Record<string, Sentence> = {
  SQLITE_CANTOPEN: (from) => `There is no database at ${from} that this user can read.`,
  SQLITE_NOTADB: (from) => `${from} is not an SQLite database.`,
  SQLITE_CORRUPT: (from) => `${from} is damaged: use an earlier backup.`,
  SQLITE_FULL: noRoom,
  ENOSPC: noRoom,
  ENOENT: notWritable,
  ENOTDIR: notWritable,
  EISDIR: notWritable,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
};

/** An error of copying a database from one file to another, in a sentence where it is a known one. */
export function explainCopyError(error: unknown, from: string, to: string): unknown {
  if (error instanceof BackupError) return error;
  const sentence = sentences[errorCodeOf(error)];
  return sentence ? new BackupError(sentence(from, to), error) : error;
}
