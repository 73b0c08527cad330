/**
 * Approving a correction on a route under way over HTTP: the option that was chosen is judged anew, the stop, the sequence,
 * the instruction, the feed, the window, the shipment and the audit log are written, and the driver is told. Beside it a
 * bare Express 5 that inserts one row by knex. Run after npm run build: npm run bench:approving -- [rounds] [seconds]
 */
import { prepareDatabase } from '../test/support/issue-access';
import { BUILT, startService } from '../test/support/service-process';
import { Approvals } from './support/approvals';
import { ordersPerSecond } from './support/load';
import { onBoth, type Place, startReference } from './support/places';
import { alternate, medianOf, verdictOn } from './support/rounds';

const [rounds = '5', seconds = '5'] = process.argv.slice(2);
const AT_LEAST = 0.2;
const load = { connections: 32, seconds: Number(seconds) };

async function measure({ kind, edition, ...urls }: Place): Promise<void> {
  const bearers = await prepareDatabase(urls.klopt);
  const environment = { KLOPT_DATABASE_URL: urls.klopt, KLOPT_REGISTER: edition };
  const service = await startService(environment, BUILT);
  const approvals = await Approvals.prepare({ url: service.url, bearers });
  const reference = await startReference(urls.reference);
  const figures = await alternate(
    { reference: () => ordersPerSecond(reference, load), klopt: () => approvals.perSecond() },
    Number(rounds),
  );
  const [approved, inserted] = [medianOf(figures.klopt), medianOf(figures.reference)];
  const ratio = verdictOn(approved / inserted, { atLeast: AT_LEAST });
  console.log(`${kind}: ${approved.toFixed(0)} approved, ${inserted.toFixed(0)} inserted a second: ${ratio}`);
  console.log(
    `  rounds: ${figures.klopt.map((one, n) => (one / figures.reference[n]!).toFixed(2)).join(', ')}`,
  );
  await service.stop();
  await reference.stop();
}

void onBoth(measure);
