import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../src/database/open-database';
import { prepareDatabase } from '../issue-access';
import { writeSampleEdition } from '../sample-parts';
import { type ServiceProcess, startService } from '../service-process';
import { asItComes, type StartedPostgres, startPostgres } from '../start-postgres.mjs';
import { wrongIn } from './examine';
import type { CrashReport } from './kill-service';
import type { Ledger } from './ledger';
import { startWriters, type Writers } from './writers';

export interface RestartPlan {
  restarts: number;
  /** How many writes are to be acknowledged between two restarts. */
  writesBetween: number;
  writers: number;
  program: readonly string[];
  onRestart?: (restart: number, ledger: Ledger) => void;
}

const AWAY_MS = 700;

/**
 * Crashes PostgreSQL again and again under a service that is written to, by its immediate shutdown and by SIGKILL in
 * turn; tells what was wrong in the database at the end, or with the service meanwhile.
 */
export async function restartWhileWriting(plan: RestartPlan): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-restart-'));
  const postgres = await startPostgres(asItComes);
  const bearers = await prepareDatabase(postgres.url);
  const environment = {
    KLOPT_DATABASE_URL: postgres.url,
    KLOPT_REGISTER: await writeSampleEdition(folder),
  };
  const service = await startService(environment, plan.program);
  try {
    const writers = startWriters({ url: service.url, bearers }, plan.writers);
    const wrong = await restarting(plan, { postgres, service, writers });
    await writers.stop();
    return { ledger: writers.ledger, wrong: [...wrong, ...(await wrongAtTheEnd(postgres.url, writers))] };
  } finally {
    await service.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true });
  }
}

interface Started {
  postgres: StartedPostgres;
  service: ServiceProcess;
  writers: Writers;
}

async function restarting(
  { restarts, writesBetween, onRestart }: RestartPlan,
  { postgres, service, writers }: Started,
): Promise<string[]> {
  const wrong: string[] = [];
  const { ledger } = writers;
  for (let restart = 1; restart <= restarts; restart += 1) {
    await writers.until(ledger.acknowledged.length + writesBetween * (0.5 + Math.random()));
    const heardBefore = ledger.unavailable;
    await postgres.crash(restart % 2 === 1 ? 'SIGQUIT' : 'SIGKILL');
    await sleep(AWAY_MS);
    if (ledger.unavailable === heardBefore) wrong.push(`restart ${restart}: nobody was answered 503`);
    const { status } = await fetch(`${service.url}/health/live`);
    if (status !== 200) wrong.push(`restart ${restart}: /health/live answered ${status}`);
    await postgres.startAgain();
    await writers.until(ledger.acknowledged.length + 1);
    onRestart?.(restart, ledger);
  }
  await writers.until(ledger.acknowledged.length + writesBetween);
  return wrong;
}

async function wrongAtTheEnd(url: string, writers: Writers): Promise<string[]> {
  const database = await openDatabase(url);
  try {
    return await wrongIn(database, writers.expected());
  } finally {
    await database.destroy();
  }
}
