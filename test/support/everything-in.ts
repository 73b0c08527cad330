import { dialectOf } from '../../src/database/dialect';
import type { Database } from '../../src/database/open-database';

const LISTED = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
  postgres: "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
};

/** Every row of every table: to see that nothing was written, or that something was written nowhere. */
export async function everythingIn(database: Database): Promise<Record<string, unknown[]>> {
  const listed: unknown = await database.raw(LISTED[dialectOf(database)]);
  const names = Array.isArray(listed) ? listed : (listed as { rows: { name: string }[] }).rows;
  const tables = await Promise.all(
    (names as { name: string }[]).map(async ({ name }) => {
      const rows: object[] = await database(name).select();
      return [name, rows.map((row) => JSON.stringify(row)).sort()] as const;
    }),
  );
  return Object.fromEntries(tables);
}

/** Every row that a request writes before it is answered: the checks of a shop are kept a moment later. */
export async function writtenIn(database: Database): Promise<Record<string, unknown[]>> {
  return { ...(await everythingIn(database)), checks: [] };
}
