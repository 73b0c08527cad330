import { randomBytes } from 'node:crypto';
import { migrate } from '../../src/database/migrate';
import { openDatabase, type Database } from '../../src/database/open-database';
import { openPostgres } from '../../src/database/postgres';
import type { MadeDatabases } from './databases';
import { OpenedDatabases } from './opened-databases';
import { isAsNew, keepAsNew, makeAsNew } from './postgres-as-new';
import { withConnection } from './with-connection';

const TEMPLATE = 'klopt_template';

/** Databases on the PostgreSQL of this run. Making one takes 0.3 s, so those that tests are done with are emptied for the next. */
export function postgresDatabases(): MadeDatabases {
  const opened = new OpenedDatabases();
  const taken: string[] = [];
  const made: string[] = [];
  const migratedUrl = async (): Promise<string> => {
    const name = await takeOne();
    taken.push(name);
    return urlOf(name);
  };
  return {
    databases: {
      kind: 'postgres',
      open: async () => opened.keep(openPostgres(await migratedUrl())),
      connect: (url) => opened.connect(url),
      url: migratedUrl,
      async emptyUrl() {
        const name = newName();
        made.push(name);
        await onServer((server) => server.raw('CREATE DATABASE ??', [name]));
        return urlOf(name);
      },
    },
    async cleanUp() {
      await opened.close();
      for (const name of taken.splice(0)) await giveBack(name);
      for (const name of made.splice(0)) await onServer((server) => drop(server, name));
    },
  };
}

function newName(): string {
  return `klopt_${randomBytes(6).toString('hex')}`;
}

function urlOf(name: string): string {
  const server = process.env.KLOPT_TEST_POSTGRES;
  if (server === undefined) throw new Error('global-setup.mjs did not start PostgreSQL');
  return server.replace(/[^/]*$/, name);
}

/** Runs statements on the server itself, one test process at a time. */
async function onServer<Result>(work: (server: Database) => Promise<Result>): Promise<Result> {
  const server = openPostgres(urlOf('postgres'));
  try {
    return await withConnection(server, async (connection) => {
      await server.raw('SELECT pg_advisory_lock(1)').connection(connection);
      const result = await work(server);
      await server.raw('SELECT pg_advisory_unlock(1)').connection(connection);
      return result;
    });
  } finally {
    await server.destroy();
  }
}

/** One that is as new, or a new one. */
async function takeOne(): Promise<string> {
  return onServer(async (server) => {
    await makeTemplate(server);
    const [spare] = (await server('spares').limit(1)) as { name: string }[];
    if (spare !== undefined) {
      await server('spares').where(spare).delete();
      return spare.name;
    }
    const name = newName();
    await server.raw('CREATE DATABASE ?? TEMPLATE ??', [name, TEMPLATE]);
    return name;
  });
}

async function makeTemplate(server: Database): Promise<void> {
  if (await server('pg_database').where({ datname: TEMPLATE }).first()) return;
  await server.raw('CREATE DATABASE ?? ', [`${TEMPLATE}_new`]);
  const template = await openDatabase(urlOf(`${TEMPLATE}_new`));
  await migrate(template);
  await keepAsNew(template);
  await template.destroy();
  await server.schema.createTable('spares', (table) => void table.text('name').primary());
  await server.raw('ALTER DATABASE ?? RENAME TO ??', [`${TEMPLATE}_new`, TEMPLATE]);
}

/** Whoever is still connected is done with it: a service that was killed, or whose test failed. */
async function giveBack(name: string): Promise<void> {
  await onServer(async (server) => {
    await server.raw('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?', [name]);
    if (await empty(urlOf(name))) await server('spares').insert({ name });
    else await drop(server, name);
  });
}

/** False where a test changed more than rows. */
async function empty(url: string): Promise<boolean> {
  const database = openPostgres(url);
  try {
    await makeAsNew(database);
    return await isAsNew(database);
  } catch {
    return false;
  } finally {
    await database.destroy();
  }
}

function drop(server: Database, name: string) {
  return server.raw('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [name]);
}
