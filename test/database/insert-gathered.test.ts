import { isDuplicate, isUnknownReference } from '../../src/database/database-error';
import { insertGathered } from '../../src/database/insert-gathered';
import type { Insert } from '../../src/database/insert-together';
import type { Database } from '../../src/database/open-database';
import { onEveryDatabase } from '../support/databases';

const shop = (id: string): Insert => ({ table: 'shops', rows: [{ id, name: id, created_at: 0 }] });
const keyOf = (shopId: string): Insert => ({
  table: 'api_keys',
  rows: [
    {
      ...{ id: `key_${shopId}`, shop_id: shopId, kind: 'secret', mode: 'live', prefix: '', hash: shopId },
      ...{ scopes: '[]', origins: '[]', created_at: 0, version: 0 },
    },
  ],
});

/** Writes all at once; tells of each how it ended. */
function writeAll(database: Database, lists: readonly Insert[][]) {
  return Promise.all(
    lists.map((inserts) =>
      insertGathered(database, inserts).then(
        () => 'written' as const,
        (error: unknown) => error,
      ),
    ),
  );
}

function statementsOf(database: Database): string[] {
  const statements: string[] = [];
  database.on('query', ({ sql }: { sql: string }) => statements.push(sql));
  return statements;
}

onEveryDatabase('what many callers insert at once', (databases) => {
  it('is all written, in a few statements', async () => {
    const database = await databases.open();
    const statements = statementsOf(database);
    const names = Array.from({ length: 120 }, (_, index) => `shp_${index}`);
    const outcomes = await writeAll(
      database,
      names.map((name) => [shop(name), keyOf(name)]),
    );
    expect(new Set(outcomes)).toEqual(new Set(['written']));
    expect(statements.length).toBeLessThan(25);
    expect(await database('shops').pluck('id')).toEqual(expect.arrayContaining(names));
    expect(await database('api_keys').count({ rows: '*' })).toEqual([{ rows: 120 }]);
  });

  it('is written in an order in which each row finds what it refers to', async () => {
    const database = await databases.open();
    await database('shops').insert({ id: 'shp_old', name: 'old', created_at: 0 });
    const outcomes = await writeAll(database, [
      [shop('shp_0')],
      [keyOf('shp_old')],
      [shop('shp_1'), keyOf('shp_1')],
      [shop('shp_2'), keyOf('shp_2')],
    ]);
    expect(outcomes).toEqual(Array(4).fill('written'));
  });

  it('is written as it was, but for halves of characters', async () => {
    const database = await databases.open();
    const names = ['"quoted" \\ud800', '🎉 é', 'half \ud800, and \udc00 half'];
    await writeAll(
      database,
      names.map((name, n) => [{ table: 'shops', rows: [{ id: `${n}`, name, created_at: 0 }] }]),
    );
    const written = await database('shops').orderBy('id').pluck<string[]>('name');
    expect(written.slice(0, 2)).toEqual(names.slice(0, 2));
    expect(written[2]).toMatch(/^half \ufffd+, and \ufffd+ half$/);
  });

  it('is refused only to whom it is refused', async () => {
    const database = await databases.open();
    const outcomes = await writeAll(database, [
      [shop('shp_0')],
      [shop('shp_1'), keyOf('shp_1')],
      [shop('shp_1')],
      [keyOf('shp_nowhere')],
      [shop('shp_2'), keyOf('shp_2')],
    ]);
    expect([outcomes[0], outcomes[1], outcomes[4]]).toEqual(Array(3).fill('written'));
    expect(isDuplicate(outcomes[2])).toBe(true);
    expect(isUnknownReference(outcomes[3])).toBe(true);
    expect((await database('shops').pluck<string[]>('id')).sort()).toEqual(['shp_0', 'shp_1', 'shp_2']);
  });

  it('is refused to all of them where the database is away', async () => {
    const database = await databases.open();
    await database.destroy();
    const outcomes = await writeAll(database, [[shop('shp_0')], [shop('shp_1')]]);
    expect(outcomes).toEqual([expect.any(Error), expect.any(Error)]);
  });
});
