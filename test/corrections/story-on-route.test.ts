import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccess } from '../../src/access/create-access';
import { sampleCommand } from '../../src/cli/sample-command';
import type { SampleDayData } from '../../src/cli/sample-day-text';
import { systemClock as clock } from '../../src/clock';
import { createLog } from '../../src/log';
import { onEveryDatabaseTogether } from '../support/databases';
import { blocksOf, textOf } from '../support/documents';
import { runCommand } from '../support/run-command';
import { writeSampleEdition } from '../support/sample-parts';
import { type Running, startApp } from '../support/start-app';
import { playsUnseen } from '../support/story/unseen';
import type { StoryPlace } from '../support/story/stage';
import { playStory } from '../support/story/story-on-route';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-story-'));
  process.env.KLOPT_REGISTER = await writeSampleEdition(folder);
});
afterAll(() => {
  delete process.env.KLOPT_REGISTER;
  rmSync(folder, { recursive: true });
});

/** What `npm run demo` plays: each step says itself what it expects, and breaks off where that is not so. */
onEveryDatabaseTogether('the whole story, on a day of the sample', (databases) => {
  let day: SampleDayData;
  let running: Running;
  let leave: () => Promise<void>;
  const told: string[] = [];
  const place = (): StoryPlace => ({
    url: running.url,
    secrets: {
      shop: day.shops.at(-1)?.key ?? '',
      agent: day.people.find(({ role }) => role === 'agent')?.token ?? '',
      planner: day.people.find(({ role }) => role === 'planner')?.token ?? '',
    },
    tell: (who, what, ...more) => told.push(`${who} ${what}`, ...more),
    ...{ deadZoneMs: 50, breathMs: 0 },
  });

  beforeAll(async () => {
    const url = await databases.url();
    day = JSON.parse(await runCommand(sampleCommand, ['day', '--json'], url)) as SampleDayData;
    const database = await databases.connect(url);
    const access = await createAccess({ database, clock, log: createLog('silent') });
    const { authenticate, limit } = access;
    const optionCosts = { next_day: { cents: 250, payer: 'carrier' } } as const;
    running = await startApp({ database, authenticate, limit, optionCosts, deadlineMs: 10_000 });
    leave = () => running.close().then(access.close);
  }, 60_000);
  afterAll(() => leave());

  it('is played by real keys, with an event stream for a phone', async () => {
    const story = { reference: 'STORY-1', routeId: day.routes[0]?.id ?? '' };
    const { timeline, receivedMs } = await playStory(place(), story);
    expect(receivedMs).toBeLessThan(5_000);
    expect(timeline.at(-1)).toMatchObject({ code: 'delivered', state: 'delivered' });
    expect(shownInReadme().filter((line) => !told.some((one) => isShownBy(line, one)))).toEqual([]);
    expect(told.filter((line) => /^Vera reads: tussen \d\d:\d\d en \d\d:\d\d/.test(line))).toHaveLength(2);
  }, 60_000);

  it('tells a phone that was away of what superseded what it never saw, in order', async () => {
    const story = { reference: 'STORY-2', routeId: day.routes[1]?.id ?? '' };
    expect(await playsUnseen(place(), story)).toEqual({
      missed: [
        ['stops_changed', 'superseded', 'Lindelaan'],
        ['instruction_closed', 'superseded', null],
        ['stops_changed', 'pushed', 'Marktplein'],
      ],
      effects: ['late', 'applied'],
      corrections: ['acknowledged', 'superseded'],
    });
  }, 60_000);
});

/** What the README shows of it, but for its last line, the time that it took. */
function shownInReadme(): string[] {
  const block = blocksOf(textOf('README.md')).find(({ text }) => text.includes('drives into a dead zone'));
  return (block?.text ?? '').trimEnd().split('\n').slice(0, -1);
}

/** Whether a line of the README is what was told, but for times and figures; one that ends in … goes on in any way. */
function isShownBy(line: string, told: string): boolean {
  const [shown, said] = [plain(line.replace(/^\d\d:\d\d:\d\d/, '')), plain(told)];
  return shown.endsWith('…') ? said.startsWith(shown.slice(0, -1)) : said === shown;
}

function plain(line: string): string {
  const undated = line.replace(/vandaag|\d{4}-\d\d-\d\d/g, 'DAY');
  return undated
    .replace(/\d+(?:\.\d+)?/g, 'N')
    .replace(/\s+/g, ' ')
    .trim();
}
