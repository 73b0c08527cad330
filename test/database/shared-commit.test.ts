import { transaction } from '../../src/database/transaction';
import { StartOver } from '../../src/database/start-over';
import type { Database } from '../../src/database/open-database';
import { onEveryDatabase } from '../support/databases';

const addShop = (database: Database, id: string) =>
  transaction(database, async (trx) => {
    await trx('shops').insert({ id, name: id, created_at: 0 });
    return id;
  });

const shopIds = (database: Database) => database('shops').orderBy('id').pluck<string[]>('id');

onEveryDatabase('transactions that come in together', (databases) => {
  it('are each answered with what their own work gave', async () => {
    const database = await databases.open();
    const names = Array.from({ length: 30 }, (_, index) => `shp_${String(index).padStart(2, '0')}`);
    expect(await Promise.all(names.map((name) => addShop(database, name)))).toEqual(names);
    expect(await shopIds(database)).toEqual(names);
  });

  it('undo nothing but their own where one of them fails', async () => {
    const database = await databases.open();
    await addShop(database, 'shp_a');
    const failing = transaction(database, async (trx) => {
      await trx('shops').insert({ id: 'shp_b', name: 'b', created_at: 0 });
      throw new Error('changed my mind');
    });
    const outcomes = await Promise.allSettled([
      addShop(database, 'shp_c'),
      failing,
      addShop(database, 'shp_a'),
      addShop(database, 'shp_d'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: new Error('changed my mind') });
    expect(await shopIds(database)).toEqual(['shp_a', 'shp_c', 'shp_d']);
  });

  it('are done anew by themselves where one of them asks for that', async () => {
    const database = await databases.open();
    let attempts = 0;
    const again = transaction(database, async (trx) => {
      attempts += 1;
      await trx('shops').insert({ id: `shp_${attempts}`, name: 'again', created_at: 0 });
      if (attempts === 1) throw new StartOver('once more');
    });
    await Promise.all([again, addShop(database, 'shp_a')]);
    expect(await shopIds(database)).toEqual(['shp_2', 'shp_a']);
  });
});
