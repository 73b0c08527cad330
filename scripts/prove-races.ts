/**
 * Two people change one shipment at once, and one order comes fifty times at once with one idempotency key: on SQLite, on
 * PostgreSQL, and on PostgreSQL behind two services. Run: npm run prove:races -- [rounds for a shipment] [rounds for a key]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '../test/support/issue-access';
import { raceForOneKey, raceForOneShipment } from '../test/support/races/race';
import { writeSampleEdition } from '../test/support/sample-parts';
import { BUILT, startService } from '../test/support/service-process';
import { startPostgres } from '../test/support/start-postgres.mjs';

const [, , forShipment = '1000', forKey = '20'] = process.argv;

async function race(where: string, databaseUrl: string, services: number, edition: string): Promise<void> {
  const { shop: bearer } = await prepareDatabase(databaseUrl);
  const environment = { KLOPT_DATABASE_URL: databaseUrl, KLOPT_REGISTER: edition };
  const started = await Promise.all(Array.from({ length: services }, () => startService(environment, BUILT)));
  const course = { urls: started.map(({ url }) => url), bearer };
  tell(
    `${where}: ${forShipment} rounds for one shipment`,
    await raceForOneShipment(course, Number(forShipment)),
  );
  tell(`${where}: ${forKey} rounds of fifty for one key`, await raceForOneKey(course, Number(forKey)));
  for (const service of started) await service.stop();
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
