import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { isDatabaseUnavailable } from '../../src/database/database-error';
import { migrate } from '../../src/database/migrate';
import { type Database, openDatabase } from '../../src/database/open-database';
import { wrongIn } from '../support/crash/examine';
import { anOrder, type Answer, type ShipmentsService, startShipments } from '../support/shipments-service';

const NO_LIMIT = 1_073_741_823;

let folder: string;
let database: Database;
let service: ShipmentsService;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-faults-'));
  database = await openDatabase(`sqlite:${join(folder, 'klopt.sqlite')}`);
  await migrate(database);
  service = await startShipments(database, { isUnavailable: isDatabaseUnavailable, deadlineMs: 15_000 });
});
afterEach(async () => {
  await service.close();
  await database.destroy();
  rmSync(folder, { recursive: true });
});

const register = (key: string) =>
  service.write('owner', '/v1/shipments', { key, body: anOrder({ reference: key }) });

/** Registers twenty at once until not all can be; keys are named as those of the proof of crashes. */
async function registerUntilRefused(): Promise<{ keys: string[]; answers: Answer<unknown>[] }> {
  for (let round = 0; round < 50; round += 1) {
    const keys = Array.from({ length: 20 }, () => `register ${randomUUID()}`);
    const answers = await Promise.all(keys.map(register));
    if (answers.some(({ status }) => status !== 201)) return { keys, answers };
  }
  throw new Error('nothing was refused');
}

function expectToComeBackLater(answers: readonly Answer<unknown>[]): void {
  for (const { status, headers, body } of answers) {
    expect(body).toMatchObject({ type: '/docs/problems/unavailable' });
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
  }
}

const nothing = { acknowledged: [], shipments: new Map(), isQuiet: true };

async function limitPages(more: number): Promise<void> {
  const rows = await database.raw<{ page_count: number }[]>('PRAGMA page_count');
  await database.raw(`PRAGMA max_page_count = ${(rows[0]?.page_count ?? 0) + more}`);
}

describe('a disk that is full', () => {
  it('lets nothing be written, half or whole, and everything be read, until there is room', async () => {
    const first = await register(`register ${randomUUID()}`);
    const path = `/v1/shipments/${first.body.id}`;
    await limitPages(30);
    const { keys, answers } = await registerUntilRefused();
    expectToComeBackLater(answers.filter(({ status }) => status !== 201));

    expect((await service.read('owner', path)).status).toBe(200);
    expect((await service.read('owner', '/v1/shipments?limit=100')).status).toBe(200);
    expect(await wrongIn(database, nothing)).toEqual([]);

    await database.raw(`PRAGMA max_page_count = ${NO_LIMIT}`);
    const again = await Promise.all(keys.map(register));
    expect(again.map(({ status }) => status)).toEqual(keys.map(() => 201));
    const change = { key: `change ${randomUUID()}`, etag: first.etag, body: { driverNote: 'Achterom' } };
    expect((await service.patch('owner', path, change)).status).toBe(200);
    expect(await wrongIn(database, nothing)).toEqual([]);
  });

  it('leaves a shipment as it was that was to be changed', async () => {
    const { body, etag } = await register(`register ${randomUUID()}`);
    const path = `/v1/shipments/${body.id}`;
    await limitPages(0);
    let [tag, status] = [etag, 200];
    while (status === 200) {
      const note = { driverNote: randomUUID().padEnd(500, 'x') };
      const change = { key: `change ${randomUUID()}`, etag: tag, body: note };
      const answer = await service.patch('owner', path, change);
      if (answer.status !== 200) expectToComeBackLater([answer]);
      [tag, status] = [answer.etag || tag, answer.status];
    }
    expect((await service.read('owner', path)).etag).toBe(tag);
    expect(await wrongIn(database, nothing)).toEqual([]);
  });
});

describe('another process that keeps the database to itself', () => {
  it('lets nothing be written and everything be read, until it is done', async () => {
    const first = await register(`register ${randomUUID()}`);
    const path = `/v1/shipments/${first.body.id}`;
    const other = new BetterSqlite(join(folder, 'klopt.sqlite')).exec('BEGIN IMMEDIATE');
    const change = { key: `change ${randomUUID()}`, etag: first.etag, body: { driverNote: 'Achterom' } };
    const [patched, ordered, read] = await Promise.all([
      service.patch('owner', path, change),
      register(`register ${randomUUID()}`),
      service.read('owner', path),
    ]);
    expectToComeBackLater([patched, ordered]);
    expect(read.status).toBe(200);

    other.exec('ROLLBACK').close();
    expect((await service.patch('owner', path, change)).status).toBe(200);
    expect(await wrongIn(database, nothing)).toEqual([]);
  }, 30_000);
});
