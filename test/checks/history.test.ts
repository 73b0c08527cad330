import { type CheckMemory, createCheckMemory } from '../../src/checks/check-memory-worker';
import { createReadHistory, namesHistory, type ReadHistory } from '../../src/checks/history';
import { systemClock } from '../../src/clock';
import { createPseudonymise } from '../../src/customers/pseudonym';
import { rememberedAddress } from '../../src/customers/remember-address';
import { insertTogether } from '../../src/database/insert-together';
import type { Database } from '../../src/database/open-database';
import { createLog } from '../../src/log';
import { onEveryDatabase } from '../support/databases';
import { entered, judge } from '../support/judged';
import { addCallers } from '../support/sample-parts';
import { cast } from '../support/start-app';

const address = entered('Lindelaan 12, 8951AB Zilverwaard');
const home = { street: 'Kerkstraat', houseNumber: 8, houseNumberAddition: null, postcode: '8951AB' };
const both = { previousCheckId: 'chk_1', customerReference: 'vera-77' };
const nothing = { previous: undefined, known: [], notConsidered: [] };

onEveryDatabase('what happened before', (databases) => {
  let database: Database;
  let checkMemory: CheckMemory;
  let read: ReadHistory;
  const pseudonymise = createPseudonymise('a key of the tests, known to all');

  beforeEach(async () => {
    database = await databases.open();
    await addCallers(database, Object.values(cast));
    checkMemory = createCheckMemory({ database, clock: systemClock, log: createLog('silent') });
    read = createReadHistory({ database, checkMemory, pseudonymise });
  });
  afterEach(() => checkMemory.close());

  const keep = (id: string) => {
    const named = { id, shopId: 'shp_owner', createdAtMs: 0, previousCheckId: null };
    checkMemory.keep({ ...named, address, judgement: judge(address) });
  };
  const remember = (shopId: string, reference: string) => {
    const sighting = { ...home, city: 'Zilverwaard', occasion: 'ordered', cause: 'snd_1', atMs: 1 } as const;
    const whose = { shopId, customer: pseudonymise(shopId, reference) };
    return insertTogether(database, [rememberedAddress(whose, sighting)]);
  };

  it('is the check and the customer that are named', async () => {
    keep('chk_1');
    await remember('shp_owner', 'vera-77');
    const { previous, known, notConsidered } = await read('shp_owner', both);
    expect(previous).toEqual({ id: 'chk_1', address, verdict: 'fix' });
    expect(known).toMatchObject([{ ...home, role: 'unknown', occasions: ['ordered'] }]);
    expect(notConsidered).toEqual([]);
    expect(await read('shp_owner', { customerReference: ' vera-77 ' })).toMatchObject({ known });
  });

  it('is nothing where nobody knows of it, which is no reason to say so', async () => {
    expect(await read('shp_owner', both)).toEqual(nothing);
  });

  it('is the shop’s own, whatever another shop calls its customers', async () => {
    keep('chk_1');
    await remember('shp_owner', 'vera-77');
    expect(await read('shp_stranger', both)).toEqual(nothing);
  });

  it('is left out where it is late, and named', async () => {
    const locked = await database.transaction();
    // SQLite has one connection, which is taken; PostgreSQL waits for the lock.
    if (databases.kind === 'postgres')
      await locked.raw('LOCK TABLE checks, known_addresses IN ACCESS EXCLUSIVE MODE');
    const started = performance.now();
    expect(await read('shp_owner', both)).toEqual({
      ...nothing,
      notConsidered: ['/previousCheckId', '/customerReference'],
    });
    expect(performance.now() - started).toBeLessThan(400);
    // What is still to be written is found all the same.
    keep('chk_1');
    expect(await read('shp_owner', both)).toMatchObject({
      ...{ previous: { id: 'chk_1' }, notConsidered: ['/customerReference'] },
    });
    await locked.rollback();
  });

  it('is left out where the database is away, and named', async () => {
    await database.schema.renameTable('checks', 'away');
    const { previous, notConsidered } = await read('shp_owner', both);
    expect([previous, notConsidered]).toEqual([undefined, ['/previousCheckId']]);
    await database.schema.renameTable('away', 'checks');
  });
});

describe('what names nothing', () => {
  const unreachable = () => Promise.reject(new Error('asked all the same'));
  const checkMemory: CheckMemory = { keep: () => undefined, find: unreachable, close: unreachable };
  const pseudonymise = () => {
    throw new Error('asked all the same');
  };
  const read = createReadHistory({ database: undefined as never, checkMemory, pseudonymise });

  it.each([undefined, null, '', '  ', '\n\t'])('is %j: the database is not asked', async (blank) => {
    const named = { previousCheckId: blank, customerReference: blank };
    expect(namesHistory(named)).toBe(false);
    expect(await read('shp_owner', named)).toEqual(nothing);
  });
});
