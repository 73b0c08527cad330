import { createCheckMemory, type CheckMemory } from '../../src/checks/check-memory-worker';
import type { KeptCheck } from '../../src/checks/checks-store';
import type { Database } from '../../src/database/open-database';
import { createLog } from '../../src/log';
import { onEveryDatabase } from '../support/databases';
import { entered, judge } from '../support/judged';
import { addCallers } from '../support/sample-parts';
import { cast } from '../support/start-app';
import { steeredClock, type SteeredClock } from '../support/steered-clock';

const DAY_MS = 86_400_000;
const address = entered('Lindelaan 12, 8951AB Zilverwaard');

onEveryDatabase('the memory of checks', (databases) => {
  let database: Database;
  let clock: SteeredClock;
  let memory: CheckMemory;
  const logged: string[] = [];

  const open = () =>
    createCheckMemory({ database, clock, log: createLog('warn', { write: (line) => logged.push(line) }) });
  beforeEach(async () => {
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout', 'performance', 'Date'],
    });
    database = await databases.open();
    await addCallers(database, Object.values(cast));
    clock = steeredClock();
    logged.length = 0;
    memory = open();
  });
  afterEach(async () => {
    await memory.close();
    jest.useRealTimers();
  });

  const kept = (id: string, of: Partial<KeptCheck> = {}): KeptCheck => ({
    id,
    shopId: 'shp_owner',
    createdAtMs: clock.nowMs(),
    address,
    judgement: judge(address),
    previousCheckId: null,
    ...of,
  });
  const ids = async () => (await database('checks').orderBy('id').pluck('id')) as string[];
  const until = async (holds: () => Promise<boolean>) => {
    for (let tries = 0; tries < 200 && !(await holds()); tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
  };

  it('finds a check before it is written, and after', async () => {
    memory.keep(kept('chk_1', { previousCheckId: 'chk_0' }));
    expect(await memory.find('shp_owner', 'chk_1')).toEqual({ id: 'chk_1', address, verdict: 'fix' });
    expect(await ids()).toEqual([]);
    jest.advanceTimersByTime(1_000);
    await until(async () => (await ids()).length === 1);
    expect(await memory.find('shp_owner', 'chk_1')).toEqual({ id: 'chk_1', address, verdict: 'fix' });
    expect(await database('checks').first()).toMatchObject({
      shop_id: 'shp_owner',
      verdict: 'fix',
      status: 'conflict',
      reasons: '["POSTCODE_STREET_MISMATCH"]',
      previous_check_id: 'chk_0',
    });
  });

  it('is the shop’s own', async () => {
    memory.keep(kept('chk_1'));
    for (let written = 0; written < 2; written++) {
      expect(await memory.find('shp_stranger', 'chk_1')).toBeUndefined();
      expect(await memory.find('shp_owner', 'chk_2')).toBeUndefined();
      jest.advanceTimersByTime(1_000);
      await until(async () => (await ids()).length === 1);
    }
  });

  it('writes what is pending when it closes, however much', async () => {
    for (let number = 0; number < 2_500; number++) memory.keep(kept(`chk_${number}`));
    await memory.close();
    expect(await ids()).toHaveLength(2_500);
  });

  it('forgets after thirty days', async () => {
    memory.keep(kept('chk_old'));
    clock.advance(20 * DAY_MS);
    memory.keep(kept('chk_new'));
    jest.advanceTimersByTime(1_000);
    await until(async () => (await ids()).length === 2);
    clock.advance(10 * DAY_MS + 1);
    jest.advanceTimersByTime(60 * 60_000);
    await until(async () => (await ids()).length === 1);
    expect(await ids()).toEqual(['chk_new']);
  });

  it('keeps what could not be written, and writes it later', async () => {
    await database.schema.renameTable('checks', 'away');
    memory.keep(kept('chk_1'));
    jest.advanceTimersByTime(1_000);
    await until(() => Promise.resolve(logged.length > 0));
    expect(logged.join()).toContain('could not be written');
    expect(logged.join()).not.toMatch(/Lindelaan|\b8951/);
    await database.schema.renameTable('away', 'checks');
    await memory.close();
    expect(await ids()).toEqual(['chk_1']);
  });

  it('drops what the database refuses again and again, and goes on with what comes after', async () => {
    memory.keep(kept('chk_refused', { shopId: 'shp_nobody' }));
    for (let tries = 1; tries <= 20; tries++) {
      jest.advanceTimersByTime(800);
      await until(() => Promise.resolve(logged.length >= tries));
    }
    memory.keep(kept('chk_1'));
    await memory.close();
    expect(await ids()).toEqual(['chk_1']);
  });

  it('does not hide that the database is away: who asks decides how long to wait', async () => {
    await database.schema.renameTable('checks', 'away');
    await expect(memory.find('shp_owner', 'chk_1')).rejects.toHaveProperty('code');
    await database.schema.renameTable('away', 'checks');
  });
});
