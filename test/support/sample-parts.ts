import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSampleExtract } from '../../sample/sample-extract';
import { createSecretBox } from '../../src/access/secret-box';
import type { AppDependencies } from '../../src/app';
import { createAddressChecker } from '../../src/checks/address-checker';
import { createCheckMemory } from '../../src/checks/check-memory-worker';
import { createReadHistory } from '../../src/checks/history';
import { systemClock as clock } from '../../src/clock';
import { followRoute } from '../../src/corrections/follow-route';
import { followShipment } from '../../src/corrections/follow-shipment';
import { createPseudonymise } from '../../src/customers/pseudonym';
import { migrate } from '../../src/database/migrate';
import type { Database } from '../../src/database/open-database';
import { openSqlite } from '../../src/database/sqlite';
import type { ShopCaller } from '../../src/http/caller';
import { newId } from '../../src/ids';
import { createLog } from '../../src/log';
import { followAmendments } from '../../src/register/amendments/amendments-worker';
import { CurrentRegister } from '../../src/register/current-register';
import type { Edition } from '../../src/register/edition/edition';
import { readEdition } from '../../src/register/edition/edition-file';
import { ensureSampleEdition } from '../../src/register/sample-edition-file';
import { startLookers } from '../../src/cases/lookers-worker';
import { startLiveHub } from '../../src/desk/live-worker';
import { startFeedHub } from '../../src/routes/feed/feed-hub-worker';
import { createPlaceOf } from '../../src/routes/plans/place-of';
import { assignDepot } from '../../src/shipments/assign-depot';
import { createCheckEntry } from '../../src/shipments/check-entry';
import { describeParcels, findParcels } from '../../src/shipments/find-parcels';

export type SampleParts = Pick<
  AppDependencies,
  | 'checker'
  | 'checkMemory'
  | 'database'
  | 'register'
  | 'follower'
  | 'readHistory'
  | 'checkEntry'
  | 'pseudonymise'
  | 'followShipment'
  | 'findParcels'
  | 'assignDepot'
  | 'describeParcels'
  | 'placeOf'
  | 'followRoute'
  | 'askTravelTimes'
  | 'optionCosts'
  | 'feedHub'
  | 'liveHub'
  | 'lookers'
  | 'secretBox'
  | 'signOn'
>;

/** What the service stands on, for real: the sample register, and a database that knows these callers. */
export async function openSampleParts(
  callers: readonly ShopCaller[],
  given?: Database,
): Promise<{ parts: SampleParts; close: () => Promise<void> }> {
  const log = createLog('silent', { write: () => undefined });
  const database = given ?? (await openInMemory());
  await addCallers(database, callers);
  const register = new CurrentRegister(await sampleEdition(), clock);
  const follower = await followAmendments({ database, register, clock, log });
  const checkMemory = createCheckMemory({ database, clock, log });
  const checker = createAddressChecker({
    register: register.current,
    nowMs: () => clock.nowMs(),
    newCheckId: (nowMs) => newId('chk', nowMs),
    registerMaxAgeDays: 100,
  });
  const pseudonymise = createPseudonymise('a key of the tests, known to all');
  const feedHub = startFeedHub({ database, clock, describeParcels, isLetIn: () => true });
  const liveHub = startLiveHub(clock, { lookEveryMs: 50 });
  const lookers = startLookers({ database, clock, log });
  return {
    parts: {
      ...{ checker, checkMemory, database, register, follower, pseudonymise, followShipment },
      ...{ findParcels, assignDepot, describeParcels, placeOf: createPlaceOf(register.current) },
      followRoute,
      askTravelTimes: null,
      optionCosts: {},
      ...{ feedHub, liveHub, lookers },
      secretBox: createSecretBox('a key of the tests, known to all'),
      signOn: null,
      // A busy machine must not make an answer another one.
      readHistory: createReadHistory({ database, checkMemory, pseudonymise, patienceMs: 5_000 }),
      checkEntry: createCheckEntry(checker, log),
    },
    async close() {
      await Promise.all([feedHub.close(), liveHub.close(), lookers.close()]);
      await follower.close();
      await checkMemory.close();
      if (given === undefined) await database.destroy();
    },
  };
}

async function openInMemory(): Promise<Database> {
  const database = openSqlite(':memory:');
  await migrate(database);
  return database;
}

/** What is written names the key that wrote it, so keys must be there. */
export async function addCallers(database: Database, callers: readonly ShopCaller[]): Promise<void> {
  for (const { shopId, keyId, kind } of callers) {
    await database('shops').insert({ id: shopId, name: shopId, created_at: 0 }).onConflict('id').ignore();
    const key = { id: keyId, shop_id: shopId, kind, mode: 'live', prefix: keyId, hash: keyId };
    await database('api_keys')
      .insert({ ...key, scopes: '[]', origins: '[]', created_at: 0, version: 0 })
      .onConflict('id')
      .ignore();
  }
}

let edition: Promise<Edition> | undefined;

/** The sample's edition, built once for all tests of a process. */
export function sampleEdition(): Promise<Edition> {
  edition ??= buildSample();
  return edition;
}

async function buildSample(): Promise<Edition> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-sample-'));
  try {
    return readEdition(await writeSampleEdition(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Builds the sample's edition in a folder, for processes that are started on it; returns its path. */
export async function writeSampleEdition(folder: string): Promise<string> {
  const extract = join(folder, 'bag-sample.zip');
  writeFileSync(extract, await createSampleExtract());
  return ensureSampleEdition(clock, join(folder, 'sample.edition'), extract);
}
