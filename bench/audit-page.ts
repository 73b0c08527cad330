/**
 * The audit log's page with a million entries, 990,000 of them sealed: milliseconds to read and render it, by each filter, and how far
 * a verification gets in the second that it has. Reference: the newest fifty entries by their ids alone.
 * Run: npm run bench:audit-page -- [answers]
 */
import { actorNames } from '../src/access/actor-names';
import { auditPage } from '../src/audit/audit-pages';
import { BEGINNING } from '../src/audit/chain';
import { type AuditQuestion, readAudit } from '../src/audit/read-audit';
import { type AuditAction, type AuditEntry, auditInsert } from '../src/audit/record-audit';
import { sealAudit } from '../src/audit/seal-audit';
import { verifyPortion } from '../src/audit/verify-portion';
import { systemClock } from '../src/clock';
import { insertTogether } from '../src/database/insert-together';
import { migrate } from '../src/database/migrate';
import { type Database, openDatabase } from '../src/database/open-database';
import type { Looking } from '../src/http/pages';
import { onEachDatabase } from './support/on-each-database';
import { medianOf } from './support/rounds';

const [answers = '21'] = process.argv.slice(2);
const ENTRIES = 1_000_000;
const SEALED = 990_000;
const AT_ONCE = 1_000;
const WITHIN_MS = 200;
const WARM_UP = 3;
/** A month. */
const APART_MS = 2_592;
const START_MS = Date.UTC(2026, 9, 1);
const SHIPMENTS = 150_000;

const looking: Looking = { language: 'nl', session: undefined, formToken: '' };

/** What a shipment leaves behind; one in a thousand entries is of who is let in. */
const USUAL: readonly AuditAction[] = [
  ...(['shipment.registered', 'shipment.checked', 'shipment.released', 'shipment.scanned'] as const),
  ...(['shipment.scanned', 'correction.proposed', 'correction.approved', 'route.changed'] as const),
];

function entryAt(index: number): AuditEntry {
  if (index % 1_000 === 7) return { actor: 'operator', action: 'person.created', subject: 'per_7' };
  const action = USUAL[index % USUAL.length] ?? 'shipment.checked';
  const subject = action === 'route.changed' ? `rte_${index % 300}` : `snd_${(index * 7) % SHIPMENTS}`;
  return { actor: `per_${index % 40}`, action, subject, details: { state: 'released' } };
}

async function fill(database: Database): Promise<void> {
  for (let from = 0; from < ENTRIES; from += AT_ONCE) {
    const rows = Array.from({ length: AT_ONCE }, (_, index) => from + index).flatMap(
      (index) => auditInsert([entryAt(index)], START_MS + index * APART_MS).rows,
    );
    await insertTogether(database, [{ table: 'audit_entries', rows }]);
  }
  for (let sealed = 0; sealed < SEALED; sealed += AT_ONCE)
    await sealAudit(database, { holder: 'bench', nowMs: START_MS }, AT_ONCE);
}

async function timesOf(ask: () => Promise<unknown>): Promise<{ bestMs: number; medianMs: number }> {
  const times: number[] = [];
  for (let round = -WARM_UP; round < Number(answers); round += 1) {
    const startedMs = systemClock.monotonicMs();
    await ask();
    if (round >= 0) times.push(systemClock.monotonicMs() - startedMs);
  }
  return { bestMs: Math.min(...times), medianMs: medianOf(times) };
}

async function questionsOf(database: Database): Promise<Record<string, AuditQuestion>> {
  const middle = await database('audit_entries')
    .where({ seq: SEALED / 2 })
    .first<{ id: string }>('id');
  return {
    everything: {},
    'far back': { cursor: middle.id },
    'an action that is usual': { action: 'shipment.checked' },
    'an action that is rare': { action: 'person.created' },
    'an action that there is not': { action: 'device.revoked' },
    'a shipment': { subject: 'snd_777' },
    'a route with thousands': { subject: 'rte_7' },
    'a route, by an action that it has not': { subject: 'rte_7', action: 'shipment.checked' },
    'a day': { day: '2026-10-15' },
    'a day, by an action that is rare': { day: '2026-10-15', action: 'person.created' },
    'a shipment on a day': { day: '2026-10-15', subject: 'snd_777' },
  };
}

async function measure(kind: string, url: string): Promise<void> {
  const database: Database = await openDatabase(url);
  await migrate(database);
  await fill(database);
  if (kind === 'PostgreSQL') await database.raw('ANALYZE');
  console.log(`${kind}: ${ENTRIES} entries`);
  const dependencies = { database, namesOf: (ids: readonly string[]) => actorNames(database, ids) };
  for (const [name, question] of Object.entries(await questionsOf(database))) {
    const show = async () => auditPage(await readAudit(dependencies, question), question, looking);
    const { bestMs, medianMs } = await timesOf(show);
    const verdict = `(≤ ${WITHIN_MS} ms) ${medianMs <= WITHIN_MS ? 'reached' : 'SHORT'}`;
    console.log(`  ${name}: ${medianMs.toFixed(1)} ms ${verdict}, best ${bestMs.toFixed(1)} ms`);
  }
  const reference = await timesOf(() => database('audit_entries').orderBy('id', 'desc').limit(50));
  console.log(`  reference, the newest fifty: ${reference.medianMs.toFixed(1)} ms`);
  const startedMs = systemClock.monotonicMs();
  const { head, brokenAt } = await verifyPortion({ database, clock: systemClock }, BEGINNING, 1_000);
  const tookMs = systemClock.monotonicMs() - startedMs;
  console.log(`  verified in ${tookMs.toFixed(0)} ms: ${head.seq} entries, broken at ${String(brokenAt)}`);
  await database.destroy();
}

void onEachDatabase(measure);
