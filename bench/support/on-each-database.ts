import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asItComes, startPostgres } from '../../test/support/start-postgres.mjs';

/** Measures on a SQLite database of its own, which is deleted after that, and on a PostgreSQL with the settings that it comes with. */
export async function onEachDatabase(measure: (kind: string, url: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-bench-'));
  await measure('SQLite', `sqlite:${join(folder, 'bench.sqlite')}`);
  const postgres = await startPostgres(asItComes);
  await measure('PostgreSQL', postgres.url);
  await postgres.stop();
  rmSync(folder, { recursive: true });
}
