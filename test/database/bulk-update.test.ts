import { bulkInsert } from '../../src/database/bulk-insert';
import { bulkUpdate } from '../../src/database/bulk-update';
import { onEveryDatabase } from '../support/databases';

onEveryDatabase('a bulk update', (databases) => {
  it('sets columns of the rows that it names, and of no other', async () => {
    const database = await databases.open();
    const shops = ['a', 'b', 'c'].map((id) => ({ id, name: `Shop ${id}`, created_at: 1 }));
    await bulkInsert(database, 'shops', ['id', 'name', 'created_at'], shops);
    await bulkUpdate(
      database,
      'shops',
      ['id', 'name', 'created_at'],
      [
        { id: 'a', name: '’t Voorbeeld "1"', created_at: 1_700_000_000_000 },
        { id: 'c', name: 'Shop c', created_at: 3 },
        { id: 'unknown', name: 'X', created_at: 4 },
      ],
    );
    expect(await database('shops').orderBy('id')).toEqual([
      { id: 'a', name: '’t Voorbeeld "1"', created_at: 1_700_000_000_000 },
      { id: 'b', name: 'Shop b', created_at: 1 },
      { id: 'c', name: 'Shop c', created_at: 3 },
    ]);
  });
});
