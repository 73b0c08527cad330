import type { Database } from '../database/open-database';
import type { Failures } from './sign-in-delay';

interface FailuresRow {
  subject: string;
  count: number;
  last_at: number;
}

const TABLE = 'sign_in_failures';

/** What failed of these subjects, by their hashes. */
export async function readFailures(
  database: Database,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Failures>> {
  const rows = await database<FailuresRow>(TABLE).whereIn('subject', subjects);
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

export async function forgetFailuresBefore(database: Database, beforeMs: number): Promise<void> {
  await database<FailuresRow>(TABLE).where('last_at', '<', beforeMs).delete();
}
