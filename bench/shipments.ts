/**
 * Registering a shipment over HTTP, with keys, log, metrics, idempotency, audit and check, beside a bare Express 5 that
 * inserts one row by knex into the same database. Run after npm run build: npm run bench:shipments -- [rounds] [seconds]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '../test/support/issue-access';
import { writeSampleEdition } from '../test/support/sample-parts';
import { BUILT, startService } from '../test/support/service-process';
import { asItComes, startPostgres } from '../test/support/start-postgres.mjs';
import { ordersPerSecond, type Target } from './support/load';
import { alternate, medianOf, verdictOn } from './support/rounds';

const [rounds = '5', seconds = '5'] = process.argv.slice(2);
const AT_LEAST = 0.4;
const load = { connections: 32, seconds: Number(seconds) };

interface Started extends Target {
  stop: () => Promise<void>;
}

async function startReference(databaseUrl: string): Promise<Started> {
  const child = fork(join(__dirname, 'support/insert-server.ts'), [databaseUrl], {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [url] = (await once(child, 'message')) as [string];
  const stop = async () => {
    child.kill();
    await once(child, 'exit');
  };
  return { url, headers: {}, stop };
}

async function startKlopt(databaseUrl: string, edition: string): Promise<Started> {
  const bearers = await prepareDatabase(databaseUrl);
  const environment = { KLOPT_DATABASE_URL: databaseUrl, KLOPT_REGISTER: edition };
  const service = await startService(environment, BUILT);
  const headers = { authorization: `Bearer ${bearers.shop}` };
  return { url: `${service.url}/v1/shipments`, headers, stop: () => service.stop() };
}

interface Place {
  kind: string;
  klopt: string;
  /** A file of SQLite has one process; the other has one beside it. */
  reference: string;
}

async function measure({ kind, ...urls }: Place, edition: string): Promise<void> {
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

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-bench-'));
  const edition = await writeSampleEdition(folder);
  const file = (name: string) => `sqlite:${join(folder, name)}`;
  await measure(
    { kind: 'SQLite', klopt: file('klopt.sqlite'), reference: file('reference.sqlite') },
    edition,
  );
  const postgres = await startPostgres(asItComes);
  await measure({ kind: 'PostgreSQL', klopt: postgres.url, reference: postgres.url }, edition);
  await postgres.stop();
  rmSync(folder, { recursive: true });
}

void main();
