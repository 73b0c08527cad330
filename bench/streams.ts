/**
 * What 2,000 drivers' devices that follow their routes cost one replica in memory, beside a bare Node server that holds as
 * many streams open. Each device has a route of its own, and all of them change. Run: npm run bench:streams -- [devices]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { issueDevice } from '../src/access/issue-device';
import { migrate } from '../src/database/migrate';
import { openDatabase } from '../src/database/open-database';
import { aRoute, keepRoute } from '../test/support/kept-route';
import { writeSampleEdition } from '../test/support/sample-parts';
import { BUILT, startService } from '../test/support/service-process';
import { residentMb } from './support/process-figures';

const devices = Number(process.argv[2] ?? 2_000);
const AT_MOST_MB = 100;
const SETTLE_MS = 8_000;

interface Followed {
  routeId: string;
  token: string;
}

async function seed(databaseUrl: string): Promise<Followed[]> {
  const database = await openDatabase(databaseUrl);
  await migrate(database);
  const nowMs = Date.now();
  const all: Followed[] = [];
  for (let count = 0; count < devices; count++) {
    const { id: routeId, endsAtMs } = await keepRoute(database, aRoute({}, nowMs));
    const issued = await issueDevice(database, { routeId, endsAtMs, actor: 'operator' }, nowMs);
    all.push({ routeId, token: issued!.token });
  }
  await database.destroy();
  return all;
}

function start(file: string): ChildProcess {
  return fork(join(__dirname, 'support', file), {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

interface Counted {
  answered: number;
  events: number;
  ended: number;
}

class Clients {
  private readonly child = start('stream-clients.ts');

  async follow(url: string, streams: { path: string; token: string }[]): Promise<void> {
    this.child.send({ url, streams });
    await once(this.child, 'message');
  }

  async count(): Promise<Counted> {
    this.child.send('count');
    const [counted] = (await once(this.child, 'message')) as [Counted];
    return counted;
  }

  /** Waits until so many events have come, and says how long that took. */
  async reach(events: number): Promise<number> {
    const startedMs = performance.now();
    while ((await this.count()).events < events) await sleep(10);
    return performance.now() - startedMs;
  }

  async stop(): Promise<void> {
    this.child.kill();
    await once(this.child, 'exit');
  }
}

const streamsOf = (all: readonly Followed[]) =>
  all.map(({ routeId, token }) => ({ path: `/v1/routes/${routeId}/stream`, token }));

async function measureBare(all: readonly Followed[]): Promise<number> {
  const server = start('bare-stream-server.ts');
  const [url] = (await once(server, 'message')) as [string];
  const clients = new Clients();
  await sleep(SETTLE_MS);
  const idleMb = residentMb(server.pid!);
  await clients.follow(url, streamsOf(all));
  await sleep(SETTLE_MS);
  const heldMb = residentMb(server.pid!) - idleMb;
  await clients.stop();
  server.kill();
  return heldMb;
}

/** Every device reports something. */
async function reportAll(url: string, all: readonly Followed[], event: object): Promise<void> {
  const AT_ONCE = 20;
  const body = JSON.stringify({ events: [{ ...event, occurredAt: new Date().toISOString() }] });
  const report = async ({ routeId, token }: Followed) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const path = `/v1/routes/${routeId}/device-events`;
    const answer = await fetch(url + path, { method: 'POST', headers, body });
    if (answer.status !== 200) throw new Error(await answer.text());
    await answer.text();
  };
  for (let from = 0; from < all.length; from += AT_ONCE)
    await Promise.all(all.slice(from, from + AT_ONCE).map(report));
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-bench-'));
  const databaseUrl = `sqlite:${join(folder, 'klopt.sqlite')}`;
  const all = await seed(databaseUrl);
  const environment = { KLOPT_DATABASE_URL: databaseUrl, KLOPT_REGISTER: await writeSampleEdition(folder) };
  const service = await startService(environment, BUILT);
  const startedMb = residentMb(service.pid);
  // What a service takes to work at all, connected to or not, is no cost of connections.
  await reportAll(service.url, all, { deviceSeq: 1, kind: 'position', place: { lat: 52, lon: 5 } });
  await sleep(SETTLE_MS);
  const idleMb = residentMb(service.pid);
  const clients = new Clients();
  await clients.follow(service.url, streamsOf(all));
  await clients.reach(devices);
  await sleep(SETTLE_MS);
  const heldMb = residentMb(service.pid) - idleMb;
  await reportAll(service.url, all, { deviceSeq: 2, kind: 'started' });
  const lateMs = await clients.reach(2 * devices);
  await sleep(SETTLE_MS);
  const changedMb = residentMb(service.pid) - idleMb;
  const { answered, events, ended } = await clients.count();
  await clients.stop();
  await service.stop();
  const bareMb = await measureBare(all);
  rmSync(folder, { recursive: true });
  const verdict = heldMb <= AT_MOST_MB && changedMb <= AT_MOST_MB ? 'reached' : 'SHORT';
  console.log(`${answered} streams, ${ended} ended; ${events} events came`);
  console.log(
    `started ${startedMb.toFixed(0)} MB, idle after work ${idleMb.toFixed(0)} MB; above it ${heldMb.toFixed(1)} MB with all connected, each sent what there was`,
  );
  console.log(`  ${changedMb.toFixed(1)} MB after every route changed (≤ ${AT_MOST_MB} MB) ${verdict}`);
  console.log(`  a bare Node server takes ${bareMb.toFixed(1)} MB for as many`);
  console.log(`  the last change arrived ${lateMs.toFixed(0)} ms after the last was made`);
}

void main();
