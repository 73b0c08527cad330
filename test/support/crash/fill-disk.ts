import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '../issue-access';
import { writeSampleEdition } from '../sample-parts';
import { type ServiceProcess, startService } from '../service-process';
import { type CrashReport, damagesOf, examined } from './kill-service';
import { untilAcknowledged } from './load';
import type { Target } from './send';
import { startWriters, type Writers } from './writers';

export interface FillPlan {
  fills: number;
  writesBetween: number;
  writers: number;
  program: readonly string[];
}

const DISK_SIZE = '48m';

/**
 * Fills the disk of a service on SQLite again and again while it is written to, and makes room again. The disk is a small
 * one of its own, in memory, which takes the right to mount. Tells what was wrong.
 */
export async function fillWhileWriting(plan: FillPlan): Promise<CrashReport<Writers>> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-full-'));
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_SIZE}`, 'tmpfs', disk]);
  try {
    return await filling(plan, disk, await writeSampleEdition(folder));
  } finally {
    execFileSync('umount', [disk]);
    rmSync(folder, { recursive: true });
  }
}

async function filling(plan: FillPlan, disk: string, edition: string): Promise<CrashReport<Writers>> {
  const file = join(disk, 'klopt.sqlite');
  const bearers = await prepareDatabase(`sqlite:${file}`);
  const environment = { KLOPT_DATABASE_URL: `sqlite:${file}`, KLOPT_REGISTER: edition };
  const service = await startService(environment, plan.program);
  try {
    const target = { url: service.url, bearers };
    const writers = startWriters(target, plan.writers);
    const wrong = await fillAndFree(plan, { disk, target, writers });
    await writers.stop();
    wrong.push(...(await wrongAfter(service, file, writers)));
    return { load: writers, wrong };
  } finally {
    // What still has files there lets nobody take the disk away.
    await service.kill();
  }
}

async function wrongAfter(service: ServiceProcess, file: string, writers: Writers): Promise<string[]> {
  await service.stop();
  const wrong = await examined(file, writers.wrongIn());
  return [...wrong, ...(await examined(file, damagesOf))];
}

interface Filled {
  disk: string;
  target: Target;
  writers: Writers;
}

async function fillAndFree(
  { fills, writesBetween }: FillPlan,
  { disk, target, writers }: Filled,
): Promise<string[]> {
  const wrong: string[] = [];
  const { ledger } = writers;
  for (let fill = 1; fill <= fills; fill += 1) {
    await untilAcknowledged(writers, writers.acknowledged() + writesBetween);
    const filler = join(disk, 'filler');
    const heardBefore = ledger.unavailable;
    fillUp(filler);
    await writers.whileTrue(() => ledger.unavailable < heardBefore + writersHeard);
    const read = await fetch(`${target.url}/v1/shipments?limit=1`, {
      headers: { authorization: `Bearer ${target.bearers.shop}` },
    });
    if (read.status !== 200) wrong.push(`fill ${fill}: reading was answered ${read.status}`);
    rmSync(filler);
  }
  await untilAcknowledged(writers, writers.acknowledged() + writesBetween);
  return wrong;
}

const writersHeard = 20;
const CHUNK = Buffer.alloc(4096);

function fillUp(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, CHUNK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}
