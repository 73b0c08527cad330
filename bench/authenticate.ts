/**
 * What authentication of a known key costs a request, and what a key costs in memory.
 * Run: npx tsx --expose-gc bench/authenticate.ts
 */
import { createAuthenticate } from '../src/access/authenticate';
import { issueKey } from '../src/access/issue-key';
import { createKeyRing } from '../src/access/key-ring';
import { createLastUsed } from '../src/access/last-used';
import { systemClock } from '../src/clock';
import { migrate } from '../src/database/migrate';
import { openDatabase } from '../src/database/open-database';

const callsPerRound = 200_000;
const rounds = 9;
const shops = 5_000;

async function main(): Promise<void> {
  const database = await openDatabase('sqlite::memory:');
  await migrate(database);
  const keys: string[] = [];
  for (let shop = 0; shop < shops; shop += 1) {
    const { key } = await issueKey(database, systemClock, {
      shopName: `Shop ${shop}`,
      kind: 'secret',
      mode: 'live',
    });
    keys.push(key);
  }
  gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const ring = createKeyRing(database, systemClock);
  await ring.refresh();
  gc?.();
  const perKey = (process.memoryUsage().heapUsed - heapBefore) / shops;
  process.stdout.write(`memory    ${perKey.toFixed(0)} bytes a key\n`);

  const lastUsed = createLastUsed(systemClock, () => Promise.resolve());
  const authenticate = createAuthenticate({
    ring,
    clock: systemClock,
    noteUse: (keyId) => lastUsed.note(keyId),
  });
  const authorizations = keys.slice(0, 100).map((key) => `Bearer ${key}`);
  const microseconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await ring.refresh();
    const startedMs = systemClock.monotonicMs();
    for (let call = 0; call < callsPerRound; call += 1) {
      void authenticate({ authorization: authorizations[call % 100], origin: undefined });
    }
    microseconds.push(((systemClock.monotonicMs() - startedMs) * 1000) / callsPerRound);
  }
  const median = microseconds.sort((a, b) => a - b)[rounds >> 1] ?? 0;
  process.stdout.write(`known key ${median.toFixed(2)} µs a request\n`);
  await database.destroy();
}

void main();
