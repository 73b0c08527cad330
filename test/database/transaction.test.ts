import { markChanged, readMarker } from '../../src/database/change-marker';
import { transaction } from '../../src/database/transaction';
import { onEveryDatabase } from '../support/databases';

onEveryDatabase('a transaction', (databases) => {
  it('does all of it or nothing', async () => {
    const database = await databases.open();
    const failing = transaction(database, async (trx) => {
      await trx('shops').insert({ id: 'shp_1', name: 'A', created_at: 1 });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await database('shops')).toEqual([]);
  });

  it('that reads before it writes loses no update to another process', async () => {
    const url = await databases.url();
    const processes = await Promise.all([1, 2, 3].map(() => databases.connect(url)));
    const addOne = (database: (typeof processes)[number]) =>
      transaction(database, async (trx) => {
        const version = await readMarker(trx, 'api_keys');
        await trx('change_markers')
          .where({ name: 'api_keys' })
          .update({ version: version + 1 });
      });
    await Promise.all(processes.flatMap((database) => [1, 2, 3, 4].map(() => addOne(database))));
    expect(await readMarker(processes[0]!, 'api_keys')).toBe(12);
  });

  it('numbers changes without gap or repetition', async () => {
    const database = await databases.open();
    const numbers = await Promise.all(
      Array.from({ length: 8 }, () =>
        transaction(database, (trx) => markChanged(trx, 'register_amendments')),
      ),
    );
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await readMarker(database, 'api_keys')).toBe(0);
  });
});
