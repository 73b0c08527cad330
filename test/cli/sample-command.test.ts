import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleCommand } from '../../src/cli/sample-command';
import type { SampleDayData } from '../../src/cli/sample-day-text';
import type { Database } from '../../src/database/open-database';
import { parsePostcode } from '../../src/register/names/postcode';
import { onEveryDatabase } from '../support/databases';
import { editionBytes } from '../support/edition-of';
import { runCommand } from '../support/run-command';
import { writeSampleEdition } from '../support/sample-parts';
import { finished, startKlopt } from '../support/shipments-import';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-day-'));
  process.env.KLOPT_REGISTER = await writeSampleEdition(folder);
});
afterAll(() => {
  delete process.env.KLOPT_REGISTER;
  rmSync(folder, { recursive: true });
});

const day = (url: string, ...options: string[]) => runCommand(sampleCommand, ['day', ...options], url);
const dayData = async (url: string, ...options: string[]) =>
  JSON.parse(await day(url, '--json', ...options)) as SampleDayData;

const TABLES = [
  ...['depots', 'people', 'person_tokens', 'shops', 'api_keys', 'shipments', 'addresses', 'shipment_checks'],
  ...['shipment_events', 'corrections', 'known_addresses', 'idempotency_keys'],
  ...['routes', 'stops', 'stop_shipments', 'route_changes'],
];

async function rowsOf(database: Database): Promise<Record<string, number>> {
  const counts = await Promise.all(TABLES.map(async (table) => (await database(table)).length));
  return Object.fromEntries(TABLES.map((table, at) => [table, counts[at] ?? 0]));
}

const MADE = {
  verdicts: { accept: 167, fix: 23, confirm: 10 },
  states: {
    ...{ released: 47, held: 33, in_transit: 30, at_depot: 34, on_board: 26, out_for_delivery: 14 },
    ...{ delivered: 14, delivery_failed: 2 },
  },
};

onEveryDatabase('klopt sample day', (databases) => {
  it('makes a day once: the same again adds nothing', async () => {
    const url = await databases.url();
    const database = await databases.connect(url);
    const first = await dayData(url);
    expect(first).toMatchObject({
      ...{ seed: 1, today: { made: 200, alreadyThere: 0, ...MADE }, earlier: { made: 26, alreadyThere: 0 } },
      ...{ scans: 410, corrections: { applied: 4, proposed: 3, blocked: 1 } },
    });
    const secrets = [...first.shops.map(({ key }) => key), ...first.people.map(({ token }) => token)];
    expect(secrets).toEqual([
      ...Array<unknown>(3).fill(expect.stringMatching(/^klopt_sk_live_/)),
      ...Array<unknown>(4).fill(expect.stringMatching(/^klopt_person_/)),
    ]);
    const rows = await rowsOf(database);
    expect(rows).toMatchObject({ depots: 2, people: 4, shops: 3, shipments: 226, corrections: 8, routes: 4 });
    expect(first.routes.map(({ reference, stops, isNew }) => [reference, stops, isNew])).toEqual([
      ['R-1001', 20, true],
      ['R-1002', 71, true],
      ['R-1003', 6, true],
      ['R-1004', 33, true],
    ]);

    const again = await dayData(url);
    expect(again).toMatchObject({
      ...{ today: { made: 0, alreadyThere: 200, ...MADE }, earlier: { made: 0, alreadyThere: 26 } },
      ...{ scans: 0, corrections: {}, held: { ...first.held, key: null } },
      routes: first.routes.map((route) => ({ ...route, isNew: false })),
    });
    expect(again.shops.map(({ key }) => key)).toEqual([null, null, null]);
    expect(await rowsOf(database)).toEqual(rows);
    await database('idempotency_keys')
      .where('created_at', '<', Date.now() - 86_400_000)
      .orWhere('subject', 'like', 'rte_%')
      .delete();
    await database('routes').where({ reference: 'R-1001' }).update({ state: 'under_way' });
    const anew = await dayData(url);
    expect([anew.scans, anew.routes.filter(({ isNew }) => isNew)]).toEqual([0, []]);
    expect(await day(url)).toMatch(/Keys and tokens were shown when they were made/);
  }, 120_000);
});

onEveryDatabase('the sample day', (databases) => {
  if (databases.kind === 'postgres') {
    it('lies in the past of the day that it is filled in, its story first', async () => {
      const url = await databases.url();
      const database = await databases.connect(url);
      const { held, date } = await dayData(url, '--seed', '7');
      const shipments = (await database('shipments').orderBy('id')) as Record<string, unknown>[];
      expect(Math.max(...shipments.map((one) => Number(one.updated_at)))).toBeLessThan(Date.now());
      expect(shipments.filter((one) => one.promised_on === date)).toHaveLength(200);
      expect(shipments.find(({ id }) => id === held?.id)).toMatchObject({
        ...{ recipient_name: 'Vera Verhuizer', state: 'held', hold_reason: 'check_fix' },
        reference: expect.stringMatching(/-7000$/),
      });
    }, 60_000);
    return;
  }

  it('goes on where it was killed', async () => {
    const url = await databases.url();
    const database = await databases.connect(url);
    const killed = startKlopt(['sample', 'day'], url);
    const closed = once(killed, 'close');
    while ((await database('shipments')).length < 100) await new Promise((resolve) => setTimeout(resolve, 5));
    killed.kill('SIGKILL');
    await closed;
    const made = (await database('shipments')).length;
    const { today, earlier } = await dayData(url);
    expect(today.made + earlier.made).toBe(226 - made);
    expect({ verdicts: today.verdicts, states: today.states }).toEqual(MADE);
    const other = await databases.url();
    await dayData(other);
    const rows = await rowsOf(database);
    expect(rows).toEqual({ ...(await rowsOf(await databases.connect(other))) });
  }, 120_000);

  it('says what to try next, and that works', async () => {
    const url = await databases.url();
    const text = await day(url);
    const service = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      cwd: join(__dirname, '../..'),
      env: {
        ...process.env,
        NODE_ENV: 'development',
        KLOPT_DATABASE_URL: url,
        ...{ KLOPT_PORT: '0', KLOPT_METRICS_PORT: '0' },
      },
    });
    const origin = await answersAt(service.stdout);
    const answers = [];
    for (const command of shownCurls(text)) {
      const answer = await ask(origin, command);
      answers.push([answer.status, await answer.json()]);
    }
    service.kill('SIGKILL');
    await once(service, 'close');
    expect(answers).toMatchObject([
      [200, { state: 'held', check: { diagnosis: { kind: 'mixed_addresses', stale: ['postcode'] } } }],
      [200, { corrections: [{ state: 'blocked', source: 'email' }] }],
      [201, { state: 'applied', address: { street: 'Lindelaan', postcode: '8962KL' } }],
      [200, { shipments: expect.any(Array) }],
    ]);
  }, 60_000);

  it.each([
    ['in production', { NODE_ENV: 'production' }, [], /^This is production: .* --force/],
    ['on another register', { KLOPT_REGISTER: 'other' }, [], /^KLOPT_REGISTER names a real register/],
    [
      'on one that is too small',
      { KLOPT_REGISTER: 'other' },
      ['--force'],
      /^The register has too few addresses/,
    ],
  ])('is refused %s, and nothing is made', async (_, environment, options, sentence) => {
    const other = join(folder, 'other.edition');
    writeFileSync(other, oneAddress());
    const before = { ...process.env };
    const secret = { KLOPT_PSEUDONYM_KEY: 'a secret of the tests, of 32 characters or more' };
    Object.assign(
      process.env,
      secret,
      environment,
      'KLOPT_REGISTER' in environment ? { KLOPT_REGISTER: other } : {},
    );
    const url = await databases.url();
    try {
      await expect(day(url, ...options)).rejects.toThrow(sentence);
    } finally {
      process.env = before;
    }
    const rows = Object.values(await rowsOf(await databases.connect(url)));
    expect(Math.max(...rows)).toBe(0);
  });

  it('has a number from 1 on as its seed', async () => {
    const { code, remarks } = await finished(
      startKlopt(['sample', 'day', '--seed', '0'], await databases.url()),
    );
    expect([code, remarks]).toEqual([2, expect.stringContaining('from 1 to 9999')]);
  });
});

function oneAddress(): Uint8Array {
  return editionBytes((sink) => {
    const street = sink.street(sink.place('Zilverwaard'), 'Lindelaan');
    sink.address({ street, postcode: parsePostcode('8962KL') ?? 0, houseNumber: 12, addition: '' });
  });
}

async function answersAt(output: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for (;;) {
    const found = /answers at (\S+);/.exec(text)?.[1];
    if (found !== undefined) return found;
    const [bytes] = (await once(output, 'data')) as [Buffer];
    text += bytes.toString();
  }
}

/** The requests that a text shows, one a line, those that go on joined. */
function shownCurls(text: string): string[] {
  return Array.from(text.replaceAll('\\\n', '').matchAll(/^ {2}curl (.*)$/gm), ([, shown = '']) => shown);
}

function ask(origin: string, command: string): Promise<Response> {
  const path = /http:\/\/127\.0\.0\.1:3000([^\s']*)/.exec(command)?.[1] ?? '';
  const headers = Array.from(command.matchAll(/-H '([^:]+): ([^']+)'/g), ([, name = '', value = '']) => [
    name,
    value,
  ]);
  const body = / -d '([^']*)'/.exec(command)?.[1];
  const init = { headers: Object.fromEntries(headers) as Record<string, string> };
  return fetch(origin + path, body === undefined ? init : { ...init, method: 'POST', body });
}
