/**
 * The queue of the sample's day, and a correction with its candidates, options and map, as Lighthouse judges them: the built
 * service on SQLite, an agent who is signed in, a desktop. Medians count. Run: npm run prove:lighthouse -- [--runs 5]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSession } from '../src/access/open-session';
import type { SampleDayData } from '../src/cli/sample-day-text';
import { systemClock } from '../src/clock';
import { openDatabase } from '../src/database/open-database';
import { SESSION_COOKIE } from '../src/http/pages';
import { ensureSampleEdition } from '../src/register/sample-edition-file';
import { medianOf } from '../bench/support/rounds';
import { askService, type Ask } from '../test/support/ask-service';
import { propose } from '../test/support/fleet/redirect';
import { leave, sendOut } from '../test/support/fleet/send-out';
import { BUILT, startService } from '../test/support/service-process';
import { fillSampleDay, secretsOf } from '../test/support/story/sample-day';
import { hers } from '../test/support/story/stage';
import { openPageJudge, type PageJudge, type PageJudgement } from './support/judge-page';

const { values: asked } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const AT_LEAST = { performance: 0.95, accessibility: 1 } as const;
const STOPS = 40;
/** What the page of the correction must have, or something else would be judged. */
const HAS = [/<section class="candidates"/, /<ul class="options"/, /<figure class="map"/];

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-lighthouse-'));
  const { default: chromium } = await import('@sparticuz/chromium');
  process.env.KLOPT_TEST_CHROMIUM = await chromium.executablePath();
  const environment = {
    KLOPT_DATABASE_URL: `sqlite:${join(folder, 'klopt.sqlite')}`,
    KLOPT_REGISTER: await ensureSampleEdition(systemClock, join(folder, 'sample.edition')),
    KLOPT_MAP_TILES_URL: '',
    KLOPT_LOG_LEVEL: 'warn',
  };
  const day = await fillSampleDay(environment);
  const cookie = `${SESSION_COOKIE}=${await sessionOfAgent(environment.KLOPT_DATABASE_URL, day)}`;
  const service = await startService(environment, BUILT);
  const judge = await openPageJudge(cookie);
  try {
    const correction = await correctionOnItsWay(service.url, day);
    await expectThere(service.url + correction, cookie);
    await judgeAll(judge, service.url, { queue: '/desk/queue', correction });
  } finally {
    await judge.close();
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}

async function sessionOfAgent(databaseUrl: string, { people }: SampleDayData): Promise<string> {
  const personId = people.find(({ role }) => role === 'agent')?.id ?? '';
  const database = await openDatabase(databaseUrl);
  try {
    return await openSession(database, { personId, stage: 'in' }, systemClock.nowMs());
  } finally {
    await database.destroy();
  }
}

/** Vera's parcel is in a van, and what she mailed mixes two addresses: the path of its page. */
async function correctionOnItsWay(url: string, day: SampleDayData): Promise<string> {
  const ask: Ask = (request) => askService(url, request);
  const { agent, ...secrets } = secretsOf(day);
  const van = await sendOut(ask, { agent, ...secrets }, STOPS);
  await leave(ask, van);
  const parcel = van.parcels[STOPS / 2] ?? '';
  await propose({ ask, bearer: agent }, parcel, hers.mixedAgain);
  return `/desk/cases/${parcel}`;
}

async function expectThere(url: string, cookie: string): Promise<void> {
  const text = await (await fetch(url, { headers: { cookie } })).text();
  for (const part of HAS) if (!part.test(text)) throw new Error(`The page has no ${String(part)}`);
}

async function judgeAll(judge: PageJudge, url: string, pages: Readonly<Record<string, string>>) {
  for (const [name, path] of Object.entries(pages)) {
    const runs: PageJudgement[] = [];
    for (let run = 0; run < Number(asked.runs); run += 1) {
      const judgement = await judge.judge(url + path);
      runs.push(judgement);
      console.log(`${name}, run ${run + 1}: ${inWords(judgement)}`);
    }
    tellMedians(name, runs);
  }
}

function inWords({ performance, accessibility, measured }: PageJudgement): string {
  const { firstMs, largestMs, blockedMs, shift } = measured;
  return (
    `performance ${performance.toFixed(2)}, accessibility ${accessibility.toFixed(2)}; first paint ${firstMs.toFixed(0)} ms, ` +
    `largest ${largestMs.toFixed(0)} ms, blocked ${blockedMs.toFixed(0)} ms, shift ${shift.toFixed(3)}`
  );
}

function tellMedians(name: string, runs: readonly PageJudgement[]): void {
  for (const category of ['performance', 'accessibility'] as const) {
    const median = medianOf(runs.map((run) => run[category]));
    const isReached = median >= AT_LEAST[category];
    if (!isReached) process.exitCode = 1;
    const verdict = `(≥ ${AT_LEAST[category]}) ${isReached ? 'reached' : 'SHORT'}`;
    console.log(`${name}: ${category} ${median.toFixed(2)} ${verdict}`);
  }
  const shortcomings = new Set(runs.flatMap((run) => run.shortcomings));
  if (shortcomings.size > 0) console.log(`  what it would have otherwise: ${[...shortcomings].join('; ')}`);
}

void main();
