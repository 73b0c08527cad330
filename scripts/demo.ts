/**
 * The whole story in less than a minute: the built service on SQLite, the sample's day, and a driver's phone that is a real
 * client of the event stream. Everything is done over the API; it ends with 1 at the first thing that does not go as it is
 * told. Run: npm run demo
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SampleDayData } from '../src/cli/sample-day-text';
import { systemClock } from '../src/clock';
import { ensureSampleEdition } from '../src/register/sample-edition-file';
import { BUILT, startService } from '../test/support/service-process';
import { fillSampleDay, secretsOf } from '../test/support/story/sample-day';
import { playStory } from '../test/support/story/story-on-route';
import type { StoryPlace } from '../test/support/story/stage';
import { timeOfDay } from '../test/support/story/words';

const tell: StoryPlace['tell'] = (who, what, ...more) => {
  console.log(`${timeOfDay(new Date())}  ${who.padEnd(8)}${what}`);
  for (const line of more) console.log(`${' '.repeat(20)}${line}`);
};

async function main(): Promise<void> {
  const startedMs = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'klopt-demo-'));
  try {
    await demonstrate(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`The whole story, in ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`);
}

async function demonstrate(folder: string): Promise<void> {
  const environment = {
    KLOPT_DATABASE_URL: `sqlite:${join(folder, 'klopt.sqlite')}`,
    KLOPT_REGISTER: await ensureSampleEdition(systemClock, join(folder, 'sample.edition')),
    KLOPT_OPTION_COSTS: 'next_day=carrier:250,return_to_sender=shop:695',
    KLOPT_LOG_LEVEL: 'warn',
  };
  const day = await fillDay(environment);
  const service = await startService(environment, BUILT);
  tell('Klopt', `answers at ${service.url}, on SQLite.`);
  try {
    const secrets = secretsOf(day);
    const place = { url: service.url, secrets, tell, deadZoneMs: 2_500, breathMs: 1_200 };
    await playStory(place, { reference: 'FVO-DEMO', routeId: day.routes[0]?.id ?? '' });
  } finally {
    await service.stop();
  }
}

async function fillDay(environment: Record<string, string>): Promise<SampleDayData> {
  tell('Klopt', 'makes a day in Zilverwaard, which is fictional.');
  const day = await fillSampleDay(environment);
  const [route] = day.routes;
  tell('Klopt', `has ${day.today.made} shipments of three shops, and ${day.routes.length} routes.`);
  tell('Planner', `has ${route?.stops ?? 0} stops for ${route?.driver ?? ''} on ${route?.reference ?? ''}.`);
  return day;
}

main().catch((error: unknown) => {
  console.error(`It did not go as it is told: ${(error as Error).message}`);
  process.exitCode = 1;
});
