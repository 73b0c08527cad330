import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSampleEdition } from '../sample-parts';
import { startPostgres } from '../start-postgres.mjs';

/** A database, and how many services race on it. */
export interface RaceSetup {
  where: string;
  databaseUrl: string;
  services: number;
  /** The register's file. */
  edition: string;
}

/** Races on SQLite, on PostgreSQL, and on PostgreSQL behind two services, each on a database of its own. */
export async function onEverySetup(race: (setup: RaceSetup) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-races-'));
  const edition = await writeSampleEdition(folder);
  const databaseUrl = `sqlite:${join(folder, 'klopt.sqlite')}`;
  await race({ where: 'SQLite', databaseUrl, services: 1, edition });
  for (const [where, services] of [
    ['PostgreSQL', 1],
    ['PostgreSQL, two services', 2],
  ] as const) {
    const postgres = await startPostgres();
    await race({ where, databaseUrl: postgres.url, services, edition });
    await postgres.stop();
  }
  rmSync(folder, { recursive: true });
}

/** Prints what came of a race; anything wrong ends the process with 1. */
export function tellRace(what: string, wrong: readonly string[]): void {
  console.log(`${what}, ${wrong.length} wrong`);
  for (const one of wrong.slice(0, 10)) console.log(`  ${one}`);
  if (wrong.length > 0) process.exitCode = 1;
}
