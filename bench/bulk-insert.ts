/**
 * bulkInsert beside knex's batchInsert: 1,000 checks a call, rows a second, medians of alternating rounds.
 * Run: npx tsx bench/bulk-insert.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECK_COLUMNS } from '../src/checks/checks-store';
import { systemClock } from '../src/clock';
import { bulkInsert } from '../src/database/bulk-insert';
import { migrate } from '../src/database/migrate';
import { openDatabase, type Database } from '../src/database/open-database';
import { newId } from '../src/ids';
import { startPostgres } from '../test/support/start-postgres.mjs';

const rowsPerCall = 1_000;
const callsPerRound = 5;
const rounds = 7;

function someChecks() {
  const entry = { street: 'Voorbeeldstraat', houseNumber: 12, postcode: '8950AB', city: 'Voorbeeld' };
  return Array.from({ length: rowsPerCall }, () => ({
    id: newId('chk', systemClock.nowMs()),
    shop_id: 'shp_1',
    created_at: systemClock.nowMs(),
    entry: JSON.stringify(entry),
    verdict: 'fix',
    status: 'conflict',
    reasons: '["POSTCODE_STREET_MISMATCH"]',
    previous_check_id: null,
  }));
}

type Way = (database: Database, rows: ReturnType<typeof someChecks>) => Promise<unknown>;

const ways: Record<string, Way> = {
  bulkInsert: (database, rows) => bulkInsert(database, 'checks', CHECK_COLUMNS, rows),
  batchInsert: (database, rows) => database.batchInsert('checks', rows, 100),
};

async function measure(name: string, url: string): Promise<void> {
  const database = await openDatabase(url);
  await migrate(database);
  await database('shops').insert({ id: 'shp_1', name: 'Bench', created_at: 0 });
  const rates: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [way, insert] of Object.entries(ways)) {
      const batches = Array.from({ length: callsPerRound }, someChecks);
      const startedMs = systemClock.monotonicMs();
      for (const rows of batches) await insert(database, rows);
      const seconds = (systemClock.monotonicMs() - startedMs) / 1000;
      (rates[way] ??= []).push((rowsPerCall * callsPerRound) / seconds);
    }
  }
  for (const [way, measured] of Object.entries(rates)) {
    const median = measured.sort((a, b) => a - b)[rounds >> 1] ?? 0;
    process.stdout.write(`${name}  ${way.padEnd(12)} ${Math.round(median).toLocaleString('en')} rows/s\n`);
  }
  await database.destroy();
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-bench-'));
  await measure('sqlite  ', `sqlite:${join(folder, 'bench.sqlite')}`);
  rmSync(folder, { recursive: true });
  const postgres = await startPostgres();
  await measure('postgres', postgres.url);
  await postgres.stop();
}

void main();
