import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { knex } from 'knex';
import type { Database } from '../../../src/database/open-database';
import { type Bearers, prepareDatabase } from '../issue-access';
import { writeSampleEdition } from '../sample-parts';
import { type ServiceProcess, startService } from '../service-process';
import { type Load, type StartLoad, untilAcknowledged } from './load';

export interface KillPlan<Kind extends Load> {
  kills: number;
  /** How many writes are to be acknowledged in all. */
  writes: number;
  startLoad: StartLoad<Kind>;
  /** What Node runs. */
  program: readonly string[];
  onKill?: (kill: number) => void;
}

export interface CrashReport<Kind extends Load> {
  load: Kind;
  wrong: readonly string[];
}

const LONGEST_DELAY_MS = 30;

/**
 * Kills a service on SQLite again and again while it is written to, at moments of chance; tells what was wrong in its
 * database after any restart and at the end.
 */
export async function killWhileWriting<Kind extends Load>(plan: KillPlan<Kind>): Promise<CrashReport<Kind>> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-crash-'));
  try {
    const file = join(folder, 'klopt.sqlite');
    const bearers = await prepareDatabase(`sqlite:${file}`);
    const edition = await writeSampleEdition(folder);
    const start = () =>
      startService({ KLOPT_DATABASE_URL: `sqlite:${file}`, KLOPT_REGISTER: edition }, plan.program);
    return await killing(plan, { file, bearers, start });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Place {
  file: string;
  bearers: Bearers;
  start: () => Promise<ServiceProcess>;
}

async function killing<Kind extends Load>(
  { kills, writes, startLoad, onKill }: KillPlan<Kind>,
  place: Place,
): Promise<CrashReport<Kind>> {
  let service = await place.start();
  const target = { url: service.url, bearers: place.bearers };
  const load = startLoad(target);
  const wrong: string[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    await untilAcknowledged(load, ((kill - Math.random()) / kills) * writes);
    await sleep(Math.random() * LONGEST_DELAY_MS);
    await service.kill();
    service = await place.start();
    target.url = service.url;
    wrong.push(...(await examined(place.file, load.wrongIn())));
    onKill?.(kill);
  }
  await untilAcknowledged(load, writes);
  await load.stop();
  await service.kill();
  wrong.push(...(await examined(place.file, load.wrongIn())));
  wrong.push(...(await examined(place.file, damagesOf)));
  return { load, wrong };
}

/** Looks at the file beside the service, and keeps nobody from writing. */
export async function examined(
  file: string,
  look: (database: Database) => Promise<string[]>,
): Promise<string[]> {
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename: file, options: { readonly: true } },
    useNullAsDefault: true,
    log: { warn: () => undefined },
  });
  try {
    return await look(database);
  } finally {
    await database.destroy();
  }
}

/** What SQLite itself finds wrong. */
export async function damagesOf(database: Database): Promise<string[]> {
  const integrity = await database.raw<{ integrity_check: string }[]>('PRAGMA integrity_check');
  const references = await database.raw<unknown[]>('PRAGMA foreign_key_check');
  const damages = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  return [...damages, ...references.map((row) => `refers to nothing: ${JSON.stringify(row)}`)];
}
