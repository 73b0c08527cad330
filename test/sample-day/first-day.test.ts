import { signIn } from '../../src/access/sign-in';
import { readQueue } from '../../src/cases/read-queue';
import { systemClock as clock } from '../../src/clock';
import { migrate } from '../../src/database/migrate';
import type { Database } from '../../src/database/open-database';
import { openSqlite } from '../../src/database/sqlite';
import { fillFirstDay } from '../../src/sample-day/first-day';
import { openSampleParts } from '../support/sample-parts';
import { people } from '../support/start-app';

describe('the first start', () => {
  let database: Database;
  let close: () => Promise<void>;
  let told: string;
  beforeAll(async () => {
    database = openSqlite(':memory:');
    await migrate(database);
    const opened = await openSampleParts([], database);
    ({ close } = opened);
    const { parts } = opened;
    told = await fillFirstDay(
      { ...parts, clock, register: parts.register.current() },
      'http://127.0.0.1:3000',
    );
  });
  afterAll(async () => {
    await close();
    await database.destroy();
  });

  it('says where the desk is, and who signs in there with what', async () => {
    expect(told).toContain('http://127.0.0.1:3000/desk');
    const password = /Noor +ZLV +(\S+)/.exec(told)?.[1] ?? '';
    const opened = await signIn({ database, clock }, { name: 'Noor', password, clientAddress: '192.0.2.1' });
    expect(opened.stage).toBe('in');
  });

  it('has something in the queue of each depot', async () => {
    const depots = (await readQueue({ database, clock }, { caller: people.supervisor })).items.map(
      ({ depot }) => depot,
    );
    expect(new Set(depots)).toEqual(new Set(['ZLV', 'MLH']));
  });
});
