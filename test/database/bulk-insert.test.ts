import fc from 'fast-check';
import { bulkInsert } from '../../src/database/bulk-insert';
import { onEveryDatabase } from '../support/databases';

const columns = ['id', 'name', 'created_at'] as const;

// PostgreSQL keeps no NUL in a text; nothing that a shopper types reaches this with one.
const anyText = fc
  .string({ unit: 'grapheme', maxLength: 50, size: 'max' })
  .map((text) => text.replaceAll('\0', ''));

onEveryDatabase('a bulk insert', (databases) => {
  it('inserts nothing where there is nothing', async () => {
    const database = await databases.open();
    await bulkInsert(database, 'shops', columns, []);
    expect(await database('shops')).toEqual([]);
  });

  it('keeps every text and time as it was', async () => {
    const database = await databases.open();
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyText, { maxLength: 30 }),
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        async (names, createdAt) => {
          const rows = names.map((name, row) => ({
            id: `shp_${String(row).padStart(3, '0')}`,
            name,
            created_at: createdAt,
          }));
          await bulkInsert(database, 'shops', columns, rows);
          expect(await database('shops').orderBy('id')).toEqual(rows);
          await database('shops').delete();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keeps JSON in text, and null', async () => {
    const database = await databases.open();
    await bulkInsert(database, 'shops', columns, [{ id: 's', name: 'S', created_at: 1 }]);
    const check = {
      id: 'chk_1',
      shop_id: 's',
      created_at: 1,
      entry: '{"street":"’t Voorbeeld","houseNumber":"12"}',
      verdict: 'fix',
      status: 'conflict',
      reasons: '["A","B"]',
      previous_check_id: null,
    };
    await bulkInsert(database, 'checks', Object.keys(check) as (keyof typeof check)[], [check]);
    expect(await database('checks')).toEqual([check]);
  });

  it('inserts all rows or none', async () => {
    const database = await databases.open();
    const row = { id: 's', name: 'S', created_at: 1 };
    const nameless = { id: 't', name: null, created_at: 1 };
    await expect(bulkInsert(database, 'shops', columns, [row, nameless])).rejects.toHaveProperty('code');
    expect(await database('shops')).toEqual([]);
  });

  it('leaves a row as it is that is there already, so that a write may be repeated', async () => {
    const database = await databases.open();
    await bulkInsert(database, 'shops', columns, [{ id: 's', name: 'S', created_at: 1 }]);
    await bulkInsert(database, 'shops', columns, [
      { id: 's', name: 'Again', created_at: 2 },
      { id: 't', name: 'T', created_at: 2 },
    ]);
    expect(await database('shops').orderBy('id').pluck('name')).toEqual(['S', 'T']);
  });
});
