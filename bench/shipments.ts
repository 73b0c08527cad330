/**
 * Registering a shipment over HTTP, with keys, log, metrics, idempotency, audit and check, beside a bare Express 5 that
 * inserts one row by knex into the same database. Run after npm run build: npm run bench:shipments -- [rounds] [seconds]
 */
import { prepareDatabase } from '../test/support/issue-access';
import { BUILT, startService } from '../test/support/service-process';
import { ordersPerSecond } from './support/load';
import { onBoth, type Place, type Started, startReference } from './support/places';
import { alternate, medianOf, verdictOn } from './support/rounds';

const [rounds = '5', seconds = '5'] = process.argv.slice(2);
const AT_LEAST = 0.4;
const load = { connections: 32, seconds: Number(seconds) };

async function startKlopt(databaseUrl: string, edition: string): Promise<Started> {
  const bearers = await prepareDatabase(databaseUrl);
  const environment = { KLOPT_DATABASE_URL: databaseUrl, KLOPT_REGISTER: edition };
  const service = await startService(environment, BUILT);
  const headers = { authorization: `Bearer ${bearers.shop}` };
  return { url: `${service.url}/v1/shipments`, headers, stop: () => service.stop() };
}

async function measure({ kind, edition, ...urls }: Place): Promise<void> {
  const klopt = await startKlopt(urls.klopt, edition);
  const reference = await startReference(urls.reference);
  const figures = await alternate(
    { reference: () => ordersPerSecond(reference, load), klopt: () => ordersPerSecond(klopt, load) },
    Number(rounds),
  );
  const [registered, inserted] = [medianOf(figures.klopt), medianOf(figures.reference)];
  const ratio = verdictOn(registered / inserted, { atLeast: AT_LEAST });
  console.log(
    `${kind}: ${registered.toFixed(0)} registered, ${inserted.toFixed(0)} inserted a second: ${ratio}`,
  );
  console.log(
    `  rounds: ${figures.klopt.map((one, n) => (one / figures.reference[n]!).toFixed(2)).join(', ')}`,
  );
  await klopt.stop();
  await reference.stop();
}

void onBoth(measure);
