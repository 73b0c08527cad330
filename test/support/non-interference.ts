import fc from 'fast-check';
import { createAddressChecker } from '../../src/checks/address-checker';
import { createCheckMemory } from '../../src/checks/check-memory-worker';
import { createReadHistory } from '../../src/checks/history';
import { createPseudonymise } from '../../src/customers/pseudonym';
import { migrate } from '../../src/database/migrate';
import { openSqlite } from '../../src/database/sqlite';
import type { Authenticate, ShopCaller } from '../../src/http/caller';
import { newId } from '../../src/ids';
import { createLog } from '../../src/log';
import { createCheckEntry } from '../../src/shipments/check-entry';
import { anyTwoShops, type AnyStep } from './any-shop-history';
import { addCallers, sampleEdition } from './sample-parts';
import { ShopClient } from './shop-client';
import { authenticateCast, cast, type Running, startApp } from './start-app';
import { type SteeredClock, steeredClock } from './steered-clock';

/** A service whose time and whose shops are the proof's. */
interface World {
  service: Running;
  clock: SteeredClock;
  /** A shop of this name that has done nothing yet; its name is its key. */
  newShop: (name: string) => Promise<ShopClient>;
  close(): Promise<void>;
}

export interface NonInterference {
  histories: number;
  answers: number;
  /** The median time of A's answers without B's data, and beside them. */
  aloneMs: number;
  besideMs: number;
}

/**
 * Two shops do things at random, A in two worlds: alone, and beside B. Rejects where one byte of what A is answered is
 * another, but for the half of an id that is chance. Each history has shops of its own; what those before it did stays.
 */
export async function proveNonInterference(histories: number): Promise<NonInterference> {
  const [alone, beside] = [await openWorld(), await openWorld()];
  const tookMs = { alone: [] as number[], beside: [] as number[] };
  let runs = 0;
  const both = async (steps: AnyStep[]) => {
    const name = String(++runs);
    const lives = [() => live(alone, name, steps.map(withoutB)), () => live(beside, name, steps)] as const;
    // Whoever goes first finds colder caches.
    const early = runs % 2 === 0 ? await lives[0]() : undefined;
    const ofBeside = await lives[1]();
    const ofAlone = early ?? (await lives[0]());
    tookMs.alone.push(...ofAlone.tookMs);
    tookMs.beside.push(...ofBeside.tookMs);
    refuseDifference(ofAlone.answers, ofBeside.answers);
  };
  try {
    await fc.assert(fc.asyncProperty(anyTwoShops, both), { numRuns: histories });
  } finally {
    await alone.close();
    await beside.close();
  }
  const [aloneMs, besideMs] = [median(tookMs.alone), median(tookMs.beside)];
  return { histories: runs, answers: tookMs.alone.length, aloneMs, besideMs };
}

type Step = AnyStep | 'nothing';

/** Without B the time passes all the same. */
function withoutB(step: AnyStep): Step {
  return step.of === 'A' ? step : 'nothing';
}

async function live({ clock, newShop }: World, name: string, steps: readonly Step[]): Promise<ShopClient> {
  const [a, b] = [await newShop(`a${name}`), await newShop(`b${name}`)];
  for (const step of steps) {
    clock.advance(1_000);
    if (step === 'nothing') continue;
    if (step.of === 'B on A') await b.meddle(a, step.which);
    else await (step.of === 'A' ? a : b).run(step.step);
  }
  await a.lookAround();
  return a;
}

function refuseDifference(alone: readonly string[], beside: readonly string[]): void {
  const at = alone.findIndex((answer, index) => answer !== beside[index]);
  if (at === -1 && alone.length === beside.length) return;
  throw new Error(`A is answered otherwise beside B:\n${alone[at]}\n${beside[at]}`);
}

async function openWorld(): Promise<World> {
  const clock = steeredClock();
  const log = createLog('silent', { write: () => undefined });
  const database = openSqlite(':memory:');
  await migrate(database);
  await addCallers(database, Object.values(cast));
  const edition = await sampleEdition();
  const checker = createAddressChecker({
    ...{ register: () => edition, nowMs: () => clock.nowMs(), registerMaxAgeDays: 100 },
    newCheckId: (nowMs) => newId('chk', nowMs),
  });
  const checkMemory = createCheckMemory({ database, clock, log });
  const pseudonymise = createPseudonymise('a key of the tests, known to all');
  // A machine that is busy elsewhere must not make an answer another one.
  const readHistory = createReadHistory({ database, checkMemory, pseudonymise, patienceMs: 10_000 });
  const checkEntry = createCheckEntry(checker, log);
  const parts = { database, clock, checker, checkMemory, readHistory, pseudonymise, checkEntry };
  const service = await startApp({ ...parts, log, authenticate, deadlineMs: 20_000 });
  return {
    ...{ service, clock },
    newShop: async (name) => {
      await addCallers(database, [shopOf(name)]);
      return new ShopClient(service, name, clock);
    },
    close: async () => {
      await service.close();
      await checkMemory.close();
      await database.destroy();
    },
  };
}

const authenticate: Authenticate = (given) => {
  const name = given.authorization?.replace('Bearer ', '') ?? '';
  return /^[ab]\d+$/.test(name) ? shopOf(name) : authenticateCast(given);
};

function shopOf(name: string): ShopCaller {
  const scopes = new Set(['checks', 'shipments'] as const);
  return { kind: 'secret', test: false, shopId: `shp_${name}`, keyId: `key_${name}`, scopes };
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}
