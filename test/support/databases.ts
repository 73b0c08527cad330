import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { migrate } from '../../src/database/migrate';
import type { Database } from '../../src/database/open-database';
import { openSqlite } from '../../src/database/sqlite';
import { OpenedDatabases } from './opened-databases';
import { postgresDatabases } from './postgres-databases';
import { withConnection } from './with-connection';

/** What a test can have of one kind of database. Everything is migrated, empty, its own, and gone after the test. */
export interface TestDatabases {
  kind: 'sqlite' | 'postgres';
  /** A database for one connection pool. */
  open(): Promise<Database>;
  /** One more connection pool to the database at this URL. */
  connect(url: string): Promise<Database>;
  /** The URL of one, for tests that connect several times. */
  url(): Promise<string>;
  /** The URL of one without any table. */
  emptyUrl(): Promise<string>;
}

/** Describes the same behaviour on SQLite and on PostgreSQL. */
export function onEveryDatabase(name: string, describeOne: (databases: TestDatabases) => void): void {
  describe.each(['sqlite', 'postgres'] as const)(`${name}, on %s`, (kind) => {
    const made = kind === 'sqlite' ? sqliteDatabases() : postgresDatabases();
    describeOne(made.databases);
    // After what the tests themselves do after each.
    afterEach(made.cleanUp);
  });
}

/**
 * As onEveryDatabase, for tests that stand on one service: what they open is there until the last of them is done, so
 * each keeps to rows of its own.
 */
export function onEveryDatabaseTogether(name: string, describeOne: (databases: TestDatabases) => void): void {
  describe.each(['sqlite', 'postgres'] as const)(`${name}, on %s`, (kind) => {
    const made = kind === 'sqlite' ? sqliteDatabases() : postgresDatabases();
    describeOne(made.databases);
    // After what the tests themselves do after all.
    afterAll(made.cleanUp);
  });
}

export interface MadeDatabases {
  databases: TestDatabases;
  cleanUp: () => Promise<void>;
}

let sqliteTemplate: Promise<Buffer> | undefined;

async function serialiseMigrated(): Promise<Buffer> {
  const database = openSqlite(':memory:');
  await migrate(database);
  const snapshot = await withConnection(database, (connection) =>
    (connection as BetterSqlite.Database).serialize(),
  );
  await database.destroy();
  return snapshot;
}

function sqliteDatabases(): MadeDatabases {
  const opened = new OpenedDatabases();
  const folders: string[] = [];
  const newFile = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'klopt-sqlite-'));
    folders.push(folder);
    return join(folder, 'klopt.sqlite');
  };
  return {
    databases: {
      kind: 'sqlite',
      async open() {
        sqliteTemplate ??= serialiseMigrated();
        return opened.keep(openSqlite(await sqliteTemplate));
      },
      connect: (url) => opened.connect(url),
      async url() {
        sqliteTemplate ??= serialiseMigrated();
        const file = newFile();
        writeFileSync(file, await sqliteTemplate);
        return `sqlite:${file}`;
      },
      emptyUrl: () => Promise.resolve(`sqlite:${newFile()}`),
    },
    async cleanUp() {
      await opened.close();
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}
