import type { Database, Transaction } from '../database/open-database';
import type { Failures } from './sign-in-delay';

interface FailuresRow {
  subject: string;
  count: number;
  last_at: number;
}

const TABLE = 'sign_in_failures';

/** What failed of these subjects, by their hashes; nobody else counts them until the transaction ends. */
export async function lockFailures(
  trx: Transaction,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Failures>> {
  const none = subjects.map((subject) => ({ subject, count: 0, last_at: 0 }));
  await trx<FailuresRow>(TABLE).insert(none).onConflict('subject').ignore();
  // In one order for all, so that no two wait for each other. SQLite has one writer at a time.
  const rows = await trx<FailuresRow>(TABLE).whereIn('subject', subjects).orderBy('subject').forUpdate();
  return new Map(rows.map(({ subject, count, last_at }) => [subject, { count, lastAtMs: last_at }]));
}

export async function writeFailures(
  database: Database,
  failures: ReadonlyMap<string, Failures>,
): Promise<void> {
  const rows = [...failures].map(([subject, { count, lastAtMs }]) => ({ subject, count, last_at: lastAtMs }));
  await database<FailuresRow>(TABLE).insert(rows).onConflict('subject').merge();
}

export async function forgetFailures(database: Database, subject: string): Promise<void> {
  await database<FailuresRow>(TABLE).where({ subject }).delete();
}

/** One failure fewer. */
export async function takeBackFailure(database: Database, subject: string): Promise<void> {
  await database<FailuresRow>(TABLE).where({ subject }).where('count', '>', 0).decrement('count');
}

export async function forgetFailuresBefore(database: Database, beforeMs: number): Promise<void> {
  await database<FailuresRow>(TABLE).where('last_at', '<', beforeMs).delete();
}
