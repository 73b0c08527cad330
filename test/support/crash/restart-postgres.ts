import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../src/database/open-database';
import { prepareDatabase } from '../issue-access';
import { writeSampleEdition } from '../sample-parts';
import { type ServiceProcess, startService } from '../service-process';
import { asItComes, type StartedPostgres, startPostgres } from '../start-postgres.mjs';
import type { CrashReport } from './kill-service';
import { type Load, type StartLoad, untilAcknowledged } from './load';

export interface RestartPlan<Kind extends Load> {
  restarts: number;
  /** How many writes are to be acknowledged between two restarts. */
  writesBetween: number;
  startLoad: StartLoad<Kind>;
  program: readonly string[];
}

const AWAY_MS = 700;

/**
 * Crashes PostgreSQL again and again under a service that is written to, by its immediate shutdown and by SIGKILL in
 * turn; tells what was wrong in the database at the end, or with the service meanwhile.
 */
export async function restartWhileWriting<Kind extends Load>(
  plan: RestartPlan<Kind>,
): Promise<CrashReport<Kind>> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-restart-'));
  const postgres = await startPostgres(asItComes);
  const bearers = await prepareDatabase(postgres.url);
  const environment = {
    KLOPT_DATABASE_URL: postgres.url,
    KLOPT_REGISTER: await writeSampleEdition(folder),
  };
  const service = await startService(environment, plan.program);
  try {
    const load = plan.startLoad({ url: service.url, bearers });
    const wrong = await restarting(plan, { postgres, service, load });
    await load.stop();
    return { load, wrong: [...wrong, ...(await wrongAtTheEnd(postgres.url, load))] };
  } finally {
    await service.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true });
  }
}

interface Started {
  postgres: StartedPostgres;
  service: ServiceProcess;
  load: Load;
}

async function restarting(
  { restarts, writesBetween }: Pick<RestartPlan<Load>, 'restarts' | 'writesBetween'>,
  { postgres, service, load }: Started,
): Promise<string[]> {
  const wrong: string[] = [];
  const { patience } = load;
  const more = (writes: number) => untilAcknowledged(load, load.acknowledged() + writes);
  for (let restart = 1; restart <= restarts; restart += 1) {
    await more(writesBetween * (0.5 + Math.random()));
    const heardBefore = patience.unavailable;
    await postgres.crash(restart % 2 === 1 ? 'SIGQUIT' : 'SIGKILL');
    await sleep(AWAY_MS);
    if (patience.unavailable === heardBefore) wrong.push(`restart ${restart}: nobody was answered 503`);
    const { status } = await fetch(`${service.url}/health/live`);
    if (status !== 200) wrong.push(`restart ${restart}: /health/live answered ${status}`);
    await postgres.startAgain();
    await more(1);
  }
  await more(writesBetween);
  return wrong;
}

async function wrongAtTheEnd(url: string, load: Load): Promise<string[]> {
  const database = await openDatabase(url);
  try {
    return await load.wrongIn()(database);
  } finally {
    await database.destroy();
  }
}
