/**
 * Whether shipments stay as fast when there are many: registering beside a thousand and beside a million of them, and every
 * list that people ask for among the million. Run: npm run bench:shipments-flat -- [most] [rounds]
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/database/migrate';
import { type Database, openDatabase } from '../src/database/open-database';
import { registerShipment } from '../src/shipments/register-shipment';
import { listShipments } from '../src/shipments/shipments-store';
import { openSampleParts } from '../test/support/sample-parts';
import { cast } from '../test/support/start-app';
import { asItComes, startPostgres } from '../test/support/start-postgres.mjs';
import { systemClock as clock } from '../src/clock';
import { type Listing, listingsAmong } from './support/listings';
import { anOrder } from './support/orders';
import { alternate, medianOf, verdictOn } from './support/rounds';
import { seedShipments } from './support/seed-shipments';

const [most = '1000000', rounds = '9'] = process.argv.slice(2);
const FEW = 1_000;
const AT_MOST = 1.3;
const LISTED_WITHIN_MS = 20;
const [ROUND, AT_ONCE, PAGE] = [640, 32, 51];

async function filled(url: string, total: number): Promise<Database> {
  const database = await openDatabase(url);
  await migrate(database);
  const startedMs = performance.now();
  await seedShipments(database, total);
  console.log(`  ${total} shipments put there in ${((performance.now() - startedMs) / 1000).toFixed(0)} s`);
  return database;
}

/** Registers orders as the endpoint does, 32 at once; returns milliseconds for each. */
async function registering(database: Database): Promise<() => Promise<number>> {
  const { parts } = await openSampleParts([cast.owner], database);
  const dependencies = { ...parts, clock };
  const registerOne = async () => {
    const { customerReference, address, recipient, ...order } = anOrder(300_000);
    const [key, fingerprint] = [randomUUID(), ''];
    const all = { ...order, customerReference, recipient: { ...recipient, language: 'nl' as const } };
    const details = { barcode: null, entry: address, known: [], isConfirmed: false, depot: null };
    await registerShipment(
      dependencies,
      cast.owner,
      { ...all, ...details },
      { owner: 'shp_owner', key, fingerprint },
    );
  };
  return async () => {
    const startedMs = performance.now();
    let left = ROUND;
    const one = async () => {
      while (left-- > 0) await registerOne();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return (performance.now() - startedMs) / ROUND;
  };
}

/** The best of some tries, in milliseconds: what else the machine does is not the list's doing. */
async function listingMs(database: Database, { reach, filter }: Listing): Promise<number> {
  const taken: number[] = [];
  for (let attempt = 0; attempt < 9; attempt += 1) {
    const startedMs = performance.now();
    await listShipments(database, reach, { ...filter, limit: PAGE });
    taken.push(performance.now() - startedMs);
  }
  return Math.min(...taken);
}

async function listings(database: Database): Promise<void> {
  const measured: { name: string; ms: number }[] = [];
  for (const listing of listingsAmong(Number(most)))
    measured.push({ name: listing.name, ms: await listingMs(database, listing) });
  measured.sort((a, b) => b.ms - a.ms);
  const slow = measured.filter(({ ms }) => ms > LISTED_WITHIN_MS);
  const slowest = measured.slice(0, Math.max(5, slow.length));
  console.log(`  ${measured.length} lists, ${slow.length} over ${LISTED_WITHIN_MS} ms; the slowest:`);
  for (const { name, ms } of slowest) console.log(`    ${ms.toFixed(1)} ms  ${name}`);
}

async function measure(kind: string, few: string, many: string): Promise<void> {
  console.log(kind);
  const databases = [await filled(few, FEW), await filled(many, Number(most))] as const;
  await listings(databases[1]);
  const [amongFew, amongMany] = [await registering(databases[0]), await registering(databases[1])];
  const figures = await alternate({ few: amongFew, many: amongMany }, Number(rounds));
  const [fewMs, manyMs] = [medianOf(figures.few), medianOf(figures.many)];
  const ratio = verdictOn(manyMs / fewMs, { atMost: AT_MOST });
  console.log(
    `  registering: ${fewMs.toFixed(2)} ms each among few, ${manyMs.toFixed(2)} among ${most}: ${ratio}`,
  );
  for (const database of databases) await database.destroy();
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-flat-'));
  const file = (name: string) => `sqlite:${join(folder, name)}`;
  await measure('SQLite', file('few.sqlite'), file('many.sqlite'));
  const postgres = await startPostgres(asItComes);
  const server = await openDatabase(postgres.url);
  await server.raw('CREATE DATABASE few');
  await server.raw('CREATE DATABASE many');
  await server.destroy();
  const at = (name: string) => postgres.url.replace(/[^/]*$/, name);
  await measure('PostgreSQL', at('few'), at('many'));
  await postgres.stop();
  rmSync(folder, { recursive: true });
  // What the parts keep running for a service has no end of its own.
  process.exit(0);
}

void main();
