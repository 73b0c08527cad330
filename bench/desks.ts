/**
 * Fifty desks that are open at once, half at the queue and half at a case, each on a stream of its own and asking its page anew
 * when it is told, while agents change two cases a second over HTTP: how soon each desk that a change concerns is told of it and
 * shows it, what that costs the service, and how long a check takes meanwhile. On both databases.
 * Run: npm run bench:desks -- [--open 1000] [--seconds 60] [--desks 50]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readCaseMark } from '../src/cases/case-mark';
import { readQueueMark } from '../src/cases/whole-queue';
import { systemClock as clock } from '../src/clock';
import { type Database, openDatabase } from '../src/database/open-database';
import { prepareDatabase } from '../test/support/issue-access';
import { OpenDesk } from '../test/support/desk/open-desk';
import { BUILT, type ServiceProcess, startService } from '../test/support/service-process';
import { hers } from '../test/support/story/stage';
import { type Answered, type Delays, delaysOf, quantile } from './support/desk-delays';
import { change, type Changing, STEPS, type WorkedOn } from './support/desk-changes';
import { type AtDesk, fillQueue, seatAgents } from './support/desk-floor';
import { onBoth, type Place } from './support/places';
import { cpuSeconds, residentMb } from './support/process-figures';

const { values: asked } = parseArgs({
  options: {
    open: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' },
    desks: { type: 'string', default: '50' },
  },
});
const [open, seconds, desks] = [Number(asked.open), Number(asked.seconds), Number(asked.desks)];
const CHANGE_EVERY_MS = 500;
const CHECK_EVERY_MS = 50;
const SETTLE_MS = 5_000;
const MOST_MS = 1_000;
const QUEUE = '/desk/queue';
const casePath = (id: string) => `/desk/cases/${id}`;

async function measure({ kind, klopt: databaseUrl, edition }: Place): Promise<void> {
  const bearers = await prepareDatabase(databaseUrl);
  const people = await seatAgents(databaseUrl, desks);
  const environment = { KLOPT_DATABASE_URL: databaseUrl, KLOPT_REGISTER: edition, KLOPT_MAP_TILES_URL: '' };
  const service = await startService(environment, BUILT);
  const held = await fillQueue(service.url, bearers, open);
  const cases = worked(held, people);
  const floor = await openFloor(service.url, people, cases);
  await sleep(SETTLE_MS);
  const quiet = await checksFor(service.url, bearers.shop, SETTLE_MS);
  const database = await openDatabase(databaseUrl);
  const spent = spending(service);
  const [changes, checks] = await Promise.all([
    changing({ url: service.url, bearer: bearers.agent }, cases, database),
    checksFor(service.url, bearers.shop, seconds * 1000),
  ]);
  const cost = spent();
  await sleep(SETTLE_MS);
  tell(kind, { floor, delays: delaysOf(floor, changes), changes: changes.length - 1 });
  console.log(`  ${cost}`);
  console.log(`  a check: ${inMs(checks)}; ${inMs(quiet)} before any change`);
  for (const desk of floor) desk.leave();
  await database.destroy();
  await service.stop();
}

/** The cases that are looked at, each worked on by two who are not at it. */
function worked(held: readonly string[], people: readonly AtDesk[]): WorkedOn[] {
  const atQueue = people.slice(Math.floor(people.length / 2));
  return people.slice(0, Math.floor(people.length / 2)).map((_at, index) => ({
    shipmentId: held[index * Math.floor(held.length / people.length)]!,
    hands: [atQueue[index % atQueue.length]!, atQueue[(index + 1) % atQueue.length]!],
  }));
}

async function openFloor(
  url: string,
  people: readonly AtDesk[],
  cases: readonly WorkedOn[],
): Promise<OpenDesk[]> {
  const floor: OpenDesk[] = [];
  for (const [index, { sessionToken }] of people.entries()) {
    const at = cases[index];
    floor.push(await OpenDesk.open(url, sessionToken, at === undefined ? QUEUE : casePath(at.shipmentId)));
  }
  return floor;
}

/** Makes changes one after another, and reads after each what every page is to show. */
async function changing(on: Changing, cases: readonly WorkedOn[], database: Database): Promise<Answered[]> {
  const caller = cases[0]!.hands[0].caller;
  const marks: Record<string, string> = { [QUEUE]: await readQueueMark({ database, clock }, caller) };
  const markCase = async (shipmentId: string) =>
    (marks[casePath(shipmentId)] = await readCaseMark(database, {
      caller,
      shipmentId,
      nowMs: clock.nowMs(),
    }));
  for (const { shipmentId } of cases) await markCase(shipmentId);
  const startedMs = clock.monotonicMs();
  const changes: Answered[] = [{ beganMs: startedMs, atMs: startedMs, marks: { ...marks } }];
  for (let count = 0; clock.monotonicMs() - startedMs < seconds * 1000; count += 1) {
    const of = cases[count % cases.length]!;
    const beganMs = clock.monotonicMs();
    await change(on, of, STEPS[Math.floor(count / cases.length) % STEPS.length]!);
    const atMs = clock.monotonicMs();
    await markCase(of.shipmentId);
    marks[QUEUE] = await readQueueMark({ database, clock }, caller);
    changes.push({ beganMs, atMs, marks: { ...marks } });
    await sleep(Math.max(0, startedMs + (count + 1) * CHANGE_EVERY_MS - clock.monotonicMs()));
  }
  return changes;
}

/** How long checks take that come at a steady pace, in milliseconds. */
async function checksFor(url: string, bearer: string, lastsMs: number): Promise<number[]> {
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ address: hers.mixed });
  const startedMs = clock.monotonicMs();
  const times: number[] = [];
  while (clock.monotonicMs() - startedMs < lastsMs) {
    const beganMs = clock.monotonicMs();
    const answer = await fetch(`${url}/v1/address-checks`, { method: 'POST', headers, body });
    if (answer.status !== 200) throw new Error(`A check was answered ${answer.status}`);
    await answer.arrayBuffer();
    times.push(clock.monotonicMs() - beganMs);
    await sleep(CHECK_EVERY_MS);
  }
  return times;
}

function spending({ pid }: ServiceProcess): () => string {
  const [cpu, startedMs] = [cpuSeconds(pid), clock.monotonicMs()];
  return () => {
    const share = (cpuSeconds(pid) - cpu) / ((clock.monotonicMs() - startedMs) / 1000);
    return `the service: ${(share * 100).toFixed(0)} % of a processor, ${residentMb(pid).toFixed(0)} MB`;
  };
}

interface Outcome {
  floor: readonly OpenDesk[];
  delays: Delays;
  changes: number;
}

function tell(kind: string, { floor, delays, changes }: Outcome): void {
  const { toldMs, shownMs, untold, unshown } = delays;
  const failures = floor.flatMap((desk) => desk.failures);
  const took = (isQueue: boolean) =>
    floor.filter(({ path }) => (path === QUEUE) === isQueue).flatMap(({ tookMs }) => tookMs);
  const isReached = quantile(took(true), 0.99) <= MOST_MS && failures.length + untold + unshown === 0;
  if (!isReached) process.exitCode = 1;
  const verdict = `(p99 ≤ ${MOST_MS} ms, none missed) ${isReached ? 'reached' : 'SHORT'}`;
  console.log(`${kind}: ${open} open items, ${floor.length} desks, ${changes} changes`);
  console.log(`  told: ${inMs(toldMs)}; there again: ${inMs(shownMs)}`);
  console.log(`  the queue asked for anew: ${inMs(took(true))} ${verdict}; a case: ${inMs(took(false))}`);
  console.log(`  ${untold} not told, ${unshown} not shown, ${failures.length} failed`);
  for (const one of new Set(failures)) console.log(`    ${one}`);
}

function inMs(times: readonly number[]): string {
  const [median, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  return `median ${median.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms (${times.length})`;
}

void onBoth(measure);
