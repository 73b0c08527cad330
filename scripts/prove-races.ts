/**
 * Two people change one shipment at once, and one order comes fifty times at once with one idempotency key: on SQLite, on
 * PostgreSQL, and on PostgreSQL behind two services. Run: npm run prove:races -- [rounds for a shipment] [rounds for a key]
 */
import { prepareDatabase } from '../test/support/issue-access';
import { onEverySetup, type RaceSetup, tellRace } from '../test/support/races/on-every-setup';
import { raceForOneKey, raceForOneShipment } from '../test/support/races/race';
import { BUILT, startService } from '../test/support/service-process';

const [, , forShipment = '1000', forKey = '20'] = process.argv;

async function race({ where, databaseUrl, services, edition }: RaceSetup): Promise<void> {
  const { shop: bearer } = await prepareDatabase(databaseUrl);
  const environment = { KLOPT_DATABASE_URL: databaseUrl, KLOPT_REGISTER: edition };
  const started = await Promise.all(Array.from({ length: services }, () => startService(environment, BUILT)));
  const course = { urls: started.map(({ url }) => url), bearer };
  tellRace(
    `${where}: ${forShipment} rounds for one shipment`,
    await raceForOneShipment(course, Number(forShipment)),
  );
  tellRace(`${where}: ${forKey} rounds of fifty for one key`, await raceForOneKey(course, Number(forKey)));
  for (const service of started) await service.stop();
}

void onEverySetup(race);
