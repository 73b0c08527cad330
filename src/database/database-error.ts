/** The database cannot be used; the message is a sentence for who runs the service, and says what to do. */
export class DatabaseUnavailable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseUnavailable';
  }
}

const sentences: Record<string, (name: string) => string> = {
  SQLITE_CANTOPEN: (name) =>
    `The database ${name} cannot be opened: may this user read and write its folder?`,
  SQLITE_READONLY: (name) => `The database ${name} is read-only: give this user the right to write the file.`,
  SQLITE_NOTADB: (name) => `The file ${name} is not an SQLite database: set KLOPT_DATABASE_URL to another.`,
  SQLITE_CORRUPT: (name) => `The database ${name} is damaged: put a backup back.`,
  SQLITE_FULL: (name) => `The disk of the database ${name} is full.`,
  SQLITE_IOERR: (name) => `The disk of the database ${name} cannot be read or written: see the system's log.`,
  SQLITE_BUSY: (name) => `The database ${name} is kept busy by another process.`,
  ECONNREFUSED: (name) => `No PostgreSQL answers at ${name}: is it running, and is KLOPT_DATABASE_URL right?`,
  ENOTFOUND: (name) => `The host of the database ${name} is not known: is KLOPT_DATABASE_URL right?`,
  EAI_AGAIN: (name) => `The host of the database ${name} cannot be looked up just now.`,
  '28P01': (name) => `The database ${name} refuses the user or password in KLOPT_DATABASE_URL.`,
  '28000': (name) => `The database ${name} refuses the user in KLOPT_DATABASE_URL.`,
  '3D000': (name) => `There is no database ${name} on that server: create it, then run "klopt migrate".`,
  '53100': (name) => `The disk of the database ${name} is full.`,
  '53300': (name) => `The database ${name} has no connection left.`,
  '57P03': (name) => `The database ${name} is still starting.`,
};

// Given up after many attempts, each of which another transaction was in the way of.
const inTheWay = new Set(['40001', '40P01']);

// What is lost when a server goes away in the middle, in the words of pg, knex and the operating system.
const lostConnection = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '57P01',
  '57P02',
  '08006',
]);
const lostConnectionText = /connection (terminated|ended)|timeout (acquiring|expired)|query read timeout/i;

/** Whether PostgreSQL undid a transaction for the sake of another, and asks for another attempt. */
export function wasInTheWay(error: unknown): boolean {
  return inTheWay.has(errorCodeOf(error));
}

/** Whether an error means that the database cannot be used now, rather than that a query was wrong. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  const code = shortened(errorCodeOf(error));
  if (code in sentences || inTheWay.has(code) || lostConnection.has(code)) return true;
  return error instanceof Error && lostConnectionText.test(error.message);
}

const duplicate = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);

/** Whether an error means that a row was there already. */
export function isDuplicate(error: unknown): boolean {
  return duplicate.has(errorCodeOf(error));
}

/** Whether an error means that a row refers to one that is not there. */
export function isUnknownReference(error: unknown): boolean {
  return ['23503', 'SQLITE_CONSTRAINT_FOREIGNKEY'].includes(errorCodeOf(error));
}

/** An error of opening the database `name`, put into a sentence. */
export function explainDatabaseError(error: unknown, name: string): DatabaseUnavailable {
  const known = sentences[shortened(errorCodeOf(error))];
  return new DatabaseUnavailable(known ? known(name) : `The database ${name} does not answer.`, error);
}

/** The code that an error of SQLite, PostgreSQL or the operating system bears; '' where it has none. */
export function errorCodeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error) return String(error.code);
  // One error for each address of a host that was tried.
  return 'errors' in error && Array.isArray(error.errors) ? errorCodeOf(error.errors[0]) : '';
}

/** SQLite's codes without their detail, as in SQLITE_READONLY_DBMOVED. */
function shortened(code: string): string {
  return code.startsWith('SQLITE_') ? code.split('_').slice(0, 2).join('_') : code;
}
