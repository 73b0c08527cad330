/**
 * Two agents approve at once, for one parcel and for two parcels of one route: on SQLite, on PostgreSQL, and on PostgreSQL
 * behind two services. Run: npm run prove:route-races -- [--rounds 1000] [--source, where there is no build]
 */
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/database/open-database';
import { wrongOnRoutes } from '../test/support/crash/examine-routes';
import { prepareDatabase } from '../test/support/issue-access';
import { onEverySetup, type RaceSetup, tellRace } from '../test/support/races/on-every-setup';
import { raceForOneParcel, raceForOneRoute, type RouteCourse } from '../test/support/races/race-on-routes';
import { BUILT, FROM_SOURCE, startService } from '../test/support/service-process';

const { values: asked } = parseArgs({
  options: { rounds: { type: 'string', default: '1000' }, source: { type: 'boolean', default: false } },
});
const rounds = Number(asked.rounds);
const program = asked.source ? FROM_SOURCE : BUILT;

async function race({ where, databaseUrl, services, edition }: RaceSetup): Promise<void> {
  const bearers = await prepareDatabase(databaseUrl);
  const environment = { KLOPT_DATABASE_URL: databaseUrl, KLOPT_REGISTER: edition };
  const started = await Promise.all(
    Array.from({ length: services }, () => startService(environment, program)),
  );
  const course: RouteCourse = { urls: started.map(({ url }) => url), bearers, pushed: [] };
  tellRace(`${where}: ${rounds} rounds for one parcel`, await raceForOneParcel(course, rounds));
  tellRace(`${where}: ${rounds} rounds for one route`, await raceForOneRoute(course, rounds));
  for (const service of started) await service.stop();
  tellRace(`${where}: ${course.pushed.length} approvals afterwards`, await wrongAfter(databaseUrl, course));
}

async function wrongAfter(databaseUrl: string, { pushed }: RouteCourse): Promise<string[]> {
  const database = await openDatabase(databaseUrl);
  try {
    return await wrongOnRoutes(database, { pushed, heard: [], isQuiet: true });
  } finally {
    await database.destroy();
  }
}

void onEverySetup(race);
