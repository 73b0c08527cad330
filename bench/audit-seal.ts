/**
 * Sealing the audit log behind a million sealed entries: entries a second, beside writing them, and how long a batch
 * holds this thread or a look takes.
 * Run: npx tsx bench/audit-seal.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oldestUnsealedAtMs } from '../src/audit/audit-store';
import { auditInsert } from '../src/audit/record-audit';
import { SEAL_AT_ONCE, sealAudit } from '../src/audit/seal-audit';
import { systemClock } from '../src/clock';
import { dialectOf } from '../src/database/dialect';
import { insertTogether } from '../src/database/insert-together';
import { migrate } from '../src/database/migrate';
import { openDatabase, type Database } from '../src/database/open-database';
import { startPostgres } from '../test/support/start-postgres.mjs';
import { medianOf } from './support/rounds';

const sealedBefore = 1_000_000;
const perFill = 50_000;
const perRound = 20_000;
const perWrite = 100;
const rounds = 5;

async function fill(database: Database): Promise<void> {
  for (let from = 0; from < sealedBefore; from += perFill) await fillPart(database, from);
}

/** As they would be, but for their seals: nothing here looks at those. */
async function fillPart(database: Database, from: number): Promise<void> {
  const series =
    dialectOf(database) === 'postgres'
      ? `SELECT generate_series(1, ${perFill})`
      : `SELECT 1 UNION ALL SELECT n + 1 FROM series LIMIT ${perFill}`;
  await database.raw(
    `WITH RECURSIVE series(n) AS (${series})
     INSERT INTO audit_entries (id, at, actor, action, subject, details, seq, hash)
     SELECT 'aud_' || (10000000 + ${from} + n), n, 'key_1', 'shipment.registered', 'snd_' || n, '{}', ${from} + n, ?
     FROM series`,
    ['0'.repeat(64)],
  );
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = systemClock.monotonicMs();
  await work();
  return (systemClock.monotonicMs() - startedMs) / 1_000;
}

async function write(database: Database): Promise<void> {
  const nowMs = systemClock.nowMs();
  for (let written = 0; written < perRound; written += perWrite) {
    const entries = Array.from({ length: perWrite }, (_, n) => ({
      actor: 'key_01JD8M0Z4W5X6Y7Z8A9B0C1D2E',
      action: 'shipment.registered' as const,
      subject: `snd_01JD8M0Z4W5X6Y7Z8A9B${String(written + n).padStart(6, '0')}`,
      details: { state: 'held', reason: 'POSTCODE_STREET_MISMATCH' },
    }));
    await insertTogether(database, [auditInsert(entries, nowMs)]);
  }
}

async function seal(database: Database, batchesMs: number[]): Promise<void> {
  for (let sealed = SEAL_AT_ONCE; sealed === SEAL_AT_ONCE;) {
    const nowMs = systemClock.nowMs();
    const seconds = await secondsOf(async () => {
      sealed = await sealAudit(database, { holder: 'bench', nowMs }, SEAL_AT_ONCE);
    });
    batchesMs.push(seconds * 1_000);
  }
}

async function measure(name: string, url: string): Promise<void> {
  const database = await openDatabase(url);
  await migrate(database);
  await fill(database);
  const figures = {
    write: [] as number[],
    seal: [] as number[],
    batchMs: [] as number[],
    lookMs: [] as number[],
  };
  for (let round = 0; round < rounds; round++) {
    figures.write.push(perRound / (await secondsOf(() => write(database))));
    figures.seal.push(perRound / (await secondsOf(() => seal(database, figures.batchMs))));
    figures.lookMs.push((await secondsOf(() => oldestUnsealedAtMs(database))) * 1_000);
  }
  const inWhole = (values: number[]) => Math.round(medianOf(values)).toLocaleString('en');
  const inMs = (values: number[]) => `${medianOf(values).toFixed(2)} ms`;
  process.stdout.write(
    `${name}  ${inWhole(figures.seal)} sealed/s, ${inWhole(figures.write)} written/s; ` +
      `${SEAL_AT_ONCE} at once ${inMs(figures.batchMs)}, a look that finds nothing ${inMs(figures.lookMs)}\n`,
  );
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
