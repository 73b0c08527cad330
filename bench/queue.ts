/**
 * The agents' queue with 10,000 open items, among 100,000 shipments that are done and 400 routes under way: milliseconds a page,
 * as a supervisor of all depots and an agent of one ask for it, with each filter. Reference: a list of 50 held shipments.
 * Run: npm run bench:queue -- [answers]
 */
import { type QueueRequest, readQueue } from '../src/cases/read-queue';
import { systemClock } from '../src/clock';
import { migrate } from '../src/database/migrate';
import { type Database, openDatabase } from '../src/database/open-database';
import type { PersonCaller } from '../src/http/caller';
import { listShipments } from '../src/shipments/shipments-store';
import { steeredClock } from '../test/support/steered-clock';
import { onEachDatabase } from './support/on-each-database';
import { medianOf } from './support/rounds';
import { NINE_MS, OPEN, seedQueue } from './support/seed-queue';
import { seedShipments } from './support/seed-shipments';

const [answers = '21'] = process.argv.slice(2);
const DONE_BEFORE = 100_000;
const WITHIN_MS = 150;
const WARM_UP = 3;

const supervisor: PersonCaller = {
  ...{ kind: 'person', personId: 'per_queue', keyId: 'tok_queue', role: 'supervisor', depot: null },
  scopes: new Set(['desk', 'supervision']),
};
const agent: PersonCaller = { ...supervisor, role: 'agent', depot: 'D3', scopes: new Set(['desk']) };

const REQUESTS: Readonly<Record<string, QueueRequest>> = {
  everything: { caller: supervisor },
  'the last page': { caller: supervisor, page: OPEN },
  'of a depot': { caller: supervisor, depot: 'D3' },
  'corrections proposed': { caller: supervisor, reason: 'proposed' },
  mine: { caller: supervisor, isMine: true },
  'by a name': { caller: supervisor, text: 'verhuizer 42' },
  'by a barcode': { caller: supervisor, text: '3SQUE76000' },
  'an agent of a depot': { caller: agent },
};

/** The best and the median of some answers, in milliseconds: what else the machine does is not the queue's doing. */
async function timesOf(ask: () => Promise<unknown>): Promise<{ bestMs: number; medianMs: number }> {
  const times: number[] = [];
  for (let round = -WARM_UP; round < Number(answers); round += 1) {
    const startedMs = systemClock.monotonicMs();
    await ask();
    if (round >= 0) times.push(systemClock.monotonicMs() - startedMs);
  }
  return { bestMs: Math.min(...times), medianMs: medianOf(times) };
}

async function measure(kind: string, url: string): Promise<void> {
  const database: Database = await openDatabase(url);
  await migrate(database);
  await seedShipments(database, DONE_BEFORE);
  await database('shipments').where({ state: 'held' }).update({ state: 'delivered', hold_reason: null });
  await seedQueue(database);
  if (kind === 'PostgreSQL') await database.raw('ANALYZE');
  const dependencies = { database, clock: steeredClock(NINE_MS) };
  const { counts } = await readQueue(dependencies, { caller: supervisor });
  console.log(`${kind}: ${counts.all} items`);
  for (const [name, request] of Object.entries(REQUESTS)) {
    const { bestMs, medianMs } = await timesOf(() => readQueue(dependencies, request));
    const verdict = `(≤ ${WITHIN_MS} ms) ${bestMs <= WITHIN_MS ? 'reached' : 'SHORT'}`;
    console.log(`  ${name}: ${bestMs.toFixed(0)} ms ${verdict}, median ${medianMs.toFixed(0)} ms`);
  }
  const reference = await timesOf(() => listShipments(database, {}, { state: 'held', limit: 50 }));
  console.log(`  reference, 50 held shipments: ${reference.bestMs.toFixed(1)} ms`);
  await database.destroy();
}

void onEachDatabase(measure);
