/**
 * Two agents approve at once, for one parcel and for two parcels of one route: on SQLite, on PostgreSQL, and on PostgreSQL
 * behind two services. Run: npm run prove:route-races -- [--rounds 1000] [--source, where there is no build]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/database/open-database';
import { wrongOnRoutes } from '../test/support/crash/examine-routes';
import { prepareDatabase } from '../test/support/issue-access';
import { raceForOneParcel, raceForOneRoute, type RouteCourse } from '../test/support/races/race-on-routes';
import { writeSampleEdition } from '../test/support/sample-parts';
import { BUILT, FROM_SOURCE, startService } from '../test/support/service-process';
import { startPostgres } from '../test/support/start-postgres.mjs';

const { values: asked } = parseArgs({
  options: { rounds: { type: 'string', default: '1000' }, source: { type: 'boolean', default: false } },
});
const rounds = Number(asked.rounds);
const program = asked.source ? FROM_SOURCE : BUILT;

async function race(where: string, databaseUrl: string, services: number, edition: string): Promise<void> {
  const bearers = await prepareDatabase(databaseUrl);
  const environment = { KLOPT_DATABASE_URL: databaseUrl, KLOPT_REGISTER: edition };
  const started = await Promise.all(
    Array.from({ length: services }, () => startService(environment, program)),
  );
  const course: RouteCourse = { urls: started.map(({ url }) => url), bearers, pushed: [] };
  tell(`${where}: ${rounds} rounds for one parcel`, await raceForOneParcel(course, rounds));
  tell(`${where}: ${rounds} rounds for one route`, await raceForOneRoute(course, rounds));
  for (const service of started) await service.stop();
  tell(`${where}: ${course.pushed.length} approvals afterwards`, await wrongAfter(databaseUrl, course));
}

async function wrongAfter(databaseUrl: string, { pushed }: RouteCourse): Promise<string[]> {
  const database = await openDatabase(databaseUrl);
  try {
    return await wrongOnRoutes(database, { pushed, heard: [], isQuiet: true });
  } finally {
    await database.destroy();
  }
}

function tell(what: string, wrong: readonly string[]): void {
  console.log(`${what}, ${wrong.length} wrong`);
  for (const one of wrong.slice(0, 10)) console.log(`  ${one}`);
  if (wrong.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-races-'));
  const edition = await writeSampleEdition(folder);
  await race('SQLite', `sqlite:${join(folder, 'klopt.sqlite')}`, 1, edition);
  for (const [where, services] of [
    ['PostgreSQL', 1],
    ['PostgreSQL, two services', 2],
  ] as const) {
    const postgres = await startPostgres();
    await race(where, postgres.url, services, edition);
    await postgres.stop();
  }
  rmSync(folder, { recursive: true });
}

void main();
