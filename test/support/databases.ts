import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type BetterSqlite from 'better-sqlite3';
import { migrate } from '../../src/database/migrate';
import { openDatabase, type Database } from '../../src/database/open-database';
import { openPostgres } from '../../src/database/postgres';
import { openSqlite } from '../../src/database/sqlite';

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

interface Made {
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

interface Pooled {
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<void>;
}

async function withConnection<Result>(
  database: Database,
  work: (connection: unknown) => Result | Promise<Result>,
): Promise<Result> {
  const client = database.client as Pooled;
  const connection = await client.acquireConnection();
  try {
    return await work(connection);
  } finally {
    await client.releaseConnection(connection);
  }
}

function sqliteDatabases(): Made {
  const opened: Database[] = [];
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
        const database = openSqlite(await sqliteTemplate);
        opened.push(database);
        return database;
      },
      async connect(url) {
        const database = await openDatabase(url);
        opened.push(database);
        return database;
      },
      async url() {
        sqliteTemplate ??= serialiseMigrated();
        const file = newFile();
        writeFileSync(file, await sqliteTemplate);
        return `sqlite:${file}`;
      },
      emptyUrl: () => Promise.resolve(`sqlite:${newFile()}`),
    },
    async cleanUp() {
      for (const database of opened.splice(0)) await database.destroy();
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const templateName = 'klopt_template';

function postgresUrl(name: string): string {
  const server = process.env.KLOPT_TEST_POSTGRES;
  if (server === undefined) throw new Error('global-setup.mjs did not start PostgreSQL');
  return server.replace(/[^/]*$/, name);
}

/** Runs statements on the server itself, one test process at a time. */
async function onServer(work: (server: Database) => Promise<void>): Promise<void> {
  const server = openPostgres(postgresUrl('postgres'));
  try {
    await withConnection(server, async (connection) => {
      await server.raw('SELECT pg_advisory_lock(1)').connection(connection);
      await work(server);
      await server.raw('SELECT pg_advisory_unlock(1)').connection(connection);
    });
  } finally {
    await server.destroy();
  }
}

async function createFromTemplate(name: string): Promise<void> {
  await onServer(async (server) => {
    const existing = await server('pg_database').where({ datname: templateName }).first();
    if (!existing) {
      await server.raw('CREATE DATABASE ?? ', [`${templateName}_new`]);
      const template = await openDatabase(postgresUrl(`${templateName}_new`));
      await migrate(template);
      await template.destroy();
      await server.raw('ALTER DATABASE ?? RENAME TO ??', [`${templateName}_new`, templateName]);
    }
    await server.raw('CREATE DATABASE ?? TEMPLATE ??', [name, templateName]);
  });
}

function postgresDatabases(): Made {
  const opened: Database[] = [];
  const names: string[] = [];
  const newName = (): string => {
    const name = `klopt_${randomBytes(6).toString('hex')}`;
    names.push(name);
    return name;
  };
  const migratedUrl = async (): Promise<string> => {
    const name = newName();
    await createFromTemplate(name);
    return postgresUrl(name);
  };
  return {
    databases: {
      kind: 'postgres',
      async open() {
        const database = openPostgres(await migratedUrl());
        opened.push(database);
        return database;
      },
      async connect(url) {
        const database = await openDatabase(url);
        opened.push(database);
        return database;
      },
      url: migratedUrl,
      async emptyUrl() {
        const name = newName();
        await onServer(async (server) => {
          await server.raw('CREATE DATABASE ??', [name]);
        });
        return postgresUrl(name);
      },
    },
    async cleanUp() {
      for (const database of opened.splice(0)) await database.destroy();
      const dropped = names.splice(0);
      if (dropped.length === 0) return;
      await onServer(async (server) => {
        for (const name of dropped) await server.raw('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [name]);
      });
    },
  };
}
