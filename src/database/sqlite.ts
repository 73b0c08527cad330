import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { knex, type Knex } from 'knex';
import { explainDatabaseError } from './database-error';
import { silent } from './silent';

// SQLite waits on this thread: as long as another process writes, no request is answered. A transaction tries again.
const busyTimeoutMs = 100;

// All but the first are forgotten when a file is opened again.
const pragmas = [
  'journal_mode = WAL',
  'foreign_keys = ON',
  `busy_timeout = ${busyTimeoutMs}`,
  'synchronous = FULL',
  'secure_delete = ON',
  // A trigger against deleting is heard when a REPLACE deletes, too.
  'recursive_triggers = ON',
];

/** Opens an SQLite file, `:memory:`, or a copy of a serialised database. */
export function openSqlite(file: string | Buffer): Knex {
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename: file as string },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, idleTimeoutMillis: Infinity, afterCreate: prepareConnection },
    acquireConnectionTimeout: 5_000,
    log: silent,
  });
  adaptTransactions(database.client as TransactionStarter);
  return database;
}

/** Makes the folder of a database file; only its owner may look into it. */
export function makeFolderOf(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw explainDatabaseError(
      Object.assign(new Error('mkdir', { cause: error }), { code: 'SQLITE_CANTOPEN' }),
      file,
    );
  }
}

function prepareConnection(connection: BetterSqlite.Database, done: (error?: unknown) => void): void {
  try {
    for (const pragma of pragmas) connection.pragma(pragma);
    keepStatements(connection);
    done();
  } catch (error) {
    done(error);
  }
}

/** A statement takes some kilobytes; those that are asked again and again are a few hundred. */
const STATEMENTS_KEPT = 500;

// knex has SQLite read and plan every statement anew, which takes longer than most of them do.
function keepStatements(connection: BetterSqlite.Database): void {
  const prepare = connection.prepare.bind(connection) as (sql: string) => BetterSqlite.Statement;
  const kept = new Map<string, BetterSqlite.Statement>();
  const prepareOnce = (sql: string) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    if (kept.size >= STATEMENTS_KEPT) kept.clear();
    const statement = prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
  connection.prepare = prepareOnce as typeof connection.prepare;
}

interface StartedTransaction {
  begin: (connection: BetterSqlite.Database) => Promise<unknown>;
  query: (connection: BetterSqlite.Database, sql: string, end?: number, value?: unknown) => Promise<unknown>;
  rollback: (connection: BetterSqlite.Database, error: unknown) => Promise<unknown>;
}

interface TransactionStarter {
  transaction: (...config: unknown[]) => StartedTransaction;
}

function adaptTransactions(client: TransactionStarter): void {
  const start = client.transaction.bind(client);
  client.transaction = (...config) => {
    const started = start(...config);
    beginImmediately(started);
    undoOnce(started);
    return started;
  };
}

// knex begins deferred: a transaction that reads first and then writes fails at once, without waiting, when another
// process has written in between (SQLITE_BUSY_SNAPSHOT).
function beginImmediately(started: StartedTransaction): void {
  started.begin = (connection) => started.query(connection, 'BEGIN IMMEDIATE;');
}

const REJECT = 2;

// Where the disk is full, SQLite has undone everything by itself. To undo it once more is an error, which knex would tell in
// place of the one that matters. knex ends a transaction with its last statement; here that need only be harmless.
function undoOnce(started: StartedTransaction): void {
  const rollback = started.rollback.bind(started);
  started.rollback = (connection, error) =>
    connection.inTransaction
      ? rollback(connection, error)
      : started.query(connection, 'SELECT 1;', REJECT, error);
}
