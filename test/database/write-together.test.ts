import { isDuplicate, isUnknownReference } from '../../src/database/database-error';
import { insertTogether } from '../../src/database/insert-together';
import { listen } from '../../src/database/notifications';
import type { Database } from '../../src/database/open-database';
import { transaction } from '../../src/database/transaction';
import type { Insert, Row, Write } from '../../src/database/write';
import { writeTogether } from '../../src/database/write-together';
import { onEveryDatabase } from '../support/databases';

const depots = (...rows: Row[]): Insert => ({ table: 'depots', rows });
const depot = (code: string, name = code): Row => ({ code, name, created_at: 0 });
const person = (id: string, of: string | null = null, name = id): Row => ({
  ...{ id, role: 'agent', name, depot: of, created_at: 0, ended_at: null },
});

onEveryDatabase('what is written together', (databases) => {
  let database: Database;
  beforeEach(async () => {
    database = await databases.open();
    await insertTogether(database, [depots(depot('A'), depot('B'))]);
  });

  const write = (...writes: Write[]) => transaction(database, (trx) => writeTogether(trx, writes));
  const all = () => database('depots').orderBy('code').select('code', 'name', 'lat', 'created_at');
  const named = (code: string, name: string, more = {}) => ({
    code,
    name,
    lat: null,
    created_at: 0,
    ...more,
  });
  const refuse = () => {
    throw new Error('refused');
  };

  it('may be anything, of several tables', async () => {
    await write(
      depots(depot('C')),
      {
        update: 'depots',
        set: { name: 'first', lat: 52.5 },
        where: { code: 'A', lat: null },
        orElse: refuse,
      },
      { deleteFrom: 'depots', where: { code: ['B', 'Z'] } },
    );
    expect(await all()).toEqual([named('A', 'first', { lat: 52.5 }), named('C', 'C')]);
  });

  it('may refer to one another, in order', async () => {
    await write(depots(depot('C')), { table: 'people', rows: [person('per_1', 'C')] });
    await write(
      {
        updateEach: 'people',
        rows: [{ id: 'per_1', name: 'Anouk "A" O\'Neill', ended_at: 7 }],
        where: { depot: 'C' },
      },
      depots(),
    );
    expect(await database('people').first('name', 'ended_at')).toEqual({
      name: 'Anouk "A" O\'Neill',
      ended_at: 7,
    });
  });

  it('gives each of several rows its own, where what holds for all holds', async () => {
    const rows = ['per_1', 'per_2', 'per_3'].map((id) => person(id, id === 'per_3' ? 'B' : 'A'));
    await write({ table: 'people', rows });
    const told = rows.map(({ id }, at) => ({ id: id ?? '', ended_at: at }));
    await write({ updateEach: 'people', rows: told, where: { depot: 'A' } });
    expect(await database('people').orderBy('id').pluck('ended_at')).toEqual([0, 1, null]);
  });

  it('leaves out what is there already, where that is said, and else rejects', async () => {
    await write({ ...depots(depot('A', 'other'), depot('C')), unlessThere: true });
    expect(await all()).toEqual([named('A', 'A'), named('B', 'B'), named('C', 'C')]);
    expect(await write(depots(depot('A'))).catch(isDuplicate)).toBe(true);
    const stray = { table: 'people', rows: [person('per_1', 'NOWHERE')] };
    expect(await write(stray).catch(isUnknownReference)).toBe(true);
  });

  it('is undone where what had to be there was not, and not for what need not be', async () => {
    const missing = { update: 'depots', set: { name: 'x' }, where: { code: 'Z' } };
    await write(missing);
    const writes: Write[] = [
      depots(depot('C')),
      { ...missing, orElse: refuse },
      { deleteFrom: 'depots', where: { code: 'A' } },
    ];
    await expect(write(...writes)).rejects.toThrow('refused');
    expect(await all()).toEqual([named('A', 'A'), named('B', 'B')]);
  });

  it('is told of when it has committed, and only then', async () => {
    const heard: string[] = [];
    const listening = listen(database, 'klopt_test', (payload) => heard.push(payload));
    const tell = (payload: string): Write => ({ notify: 'klopt_test', payload });
    // PostgreSQL listens once its connection is there.
    while (heard.length === 0) await write(tell('ready'), depots());
    // What the driver throws is of its own kind of error, whichever test file loaded it first.
    expect(await write(tell('undone'), depots(depot('A'))).catch(isDuplicate)).toBe(true);
    await write(tell('done'), depots(depot('C')));
    while (!heard.includes('done')) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard.filter((payload) => payload !== 'ready')).toEqual(['done']);
    await listening.close();
  });

  it('may be nothing', async () => {
    await write();
    await write(depots(), { updateEach: 'depots', rows: [], where: {} });
    expect(await all()).toHaveLength(2);
  });
});
