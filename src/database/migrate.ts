import type { Knex } from 'knex';
import { migrations, type NamedMigration } from '../../migrations/index';
import { DatabaseUnavailable } from './database-error';
import { dialectOf } from './dialect';
import { transaction } from './transaction';

export interface MigrationStatus {
  applied: string[];
  pending: string[];
  /** Applied, but not in this version of the code: the database is ahead. */
  unknown: string[];
}

const table = 'migrations';

// Any number, as long as nothing else in the database locks the same one.
const advisoryLock = 5_566_778;

/** What has been applied to the database, and what has not. */
export async function migrationStatus(
  database: Knex,
  known: readonly NamedMigration[] = migrations,
): Promise<MigrationStatus> {
  const applied = (await database.schema.hasTable(table))
    ? await database<{ id: number; name: string }>(table).orderBy('id').pluck('name')
    : [];
  return statusOf(applied, known);
}

/** What these migrations leave to be done, and which of them this code does not know. */
export function statusOf(applied: string[], known: readonly NamedMigration[] = migrations): MigrationStatus {
  const names = known.map(({ name }) => name);
  return {
    applied,
    pending: names.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !names.includes(name)),
  };
}

/**
 * Applies what is pending, all of it or nothing, and returns the names. Several processes may do so at once: the
 * first does it, the others wait and find nothing left to do. knex's own lock would be left behind by a crash, and
 * refuses where this waits, so everything runs within one transaction that is a lock itself.
 * @throws DatabaseUnavailable where a newer version of the code has been at this database
 */
export async function migrate(
  database: Knex,
  known: readonly NamedMigration[] = migrations,
): Promise<string[]> {
  // Read committed: whoever waited for the lock must see what the one before it did.
  return transaction(database, (trx) => applyPending(trx, known), 'read committed');
}

async function applyPending(trx: Knex.Transaction, known: readonly NamedMigration[]): Promise<string[]> {
  if (dialectOf(trx) === 'postgres') {
    await trx.raw('SET LOCAL statement_timeout = 0');
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [advisoryLock]);
  }
  refuseUnknown(await migrationStatus(trx, known));
  const [, applied] = (await trx.migrate.latest(configFor(known))) as [number, string[]];
  return applied;
}

/** Undoes the latest batch of migrations, and returns their names. */
export async function undoMigrations(database: Knex): Promise<string[]> {
  const [, undone] = (await database.migrate.rollback(configFor(migrations))) as [number, string[]];
  return undone;
}

/**
 * Makes the database ready for this code: SQLite is migrated, it has one user; on PostgreSQL, where other replicas may
 * still run the code of before, migrating is a step of its own.
 */
export async function migrateOrRefuse(database: Knex): Promise<void> {
  if (dialectOf(database) === 'sqlite') await migrate(database);
  else await refuseUnlessMigrated(database);
}

/**
 * @throws DatabaseUnavailable where the database is ahead of the code, or behind it
 */
export async function refuseUnlessMigrated(database: Knex): Promise<void> {
  const status = await migrationStatus(database);
  refuseUnknown(status);
  if (status.pending.length > 0) {
    throw new DatabaseUnavailable(
      `The database lacks ${status.pending.join(', ')}: run "klopt migrate" first.`,
    );
  }
}

function refuseUnknown({ unknown }: MigrationStatus): void {
  if (unknown.length === 0) return;
  throw new DatabaseUnavailable(
    `The database is newer than this version of klopt (it has ${unknown.join(', ')}): run the newer version.`,
  );
}

function configFor(known: readonly NamedMigration[]): Knex.MigratorConfig {
  const migrationSource: Knex.MigrationSource<NamedMigration> = {
    getMigrations: () => Promise.resolve([...known]),
    getMigrationName: ({ name }) => name,
    getMigration: (migration) => Promise.resolve(migration),
  };
  return { tableName: table, migrationSource };
}
