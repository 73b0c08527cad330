import type { Database } from '../../src/database/open-database';
import { recordHours, sealHours } from '../support/audit';
import { onEveryDatabase } from '../support/databases';

const REFUSAL = { message: expect.stringContaining('the audit log is only ever added to') as unknown };

onEveryDatabase('the audit log', (databases) => {
  let database: Database;
  beforeEach(async () => {
    database = await databases.open();
    await sealHours(database, 3);
    await recordHours(database, 1, 3);
  });

  it.each(['id', 'at', 'actor', 'action', 'subject', 'details', 'seq', 'hash'])(
    'never lets the %s of an entry be changed, sealed or not',
    async (column) => {
      const changed = column === 'at' || column === 'seq' ? 7 : '7';
      const sealed = database('audit_entries').where({ seq: 2 });
      const unsealed = database('audit_entries').whereNull('seq');
      await expect(sealed.update({ [column]: changed })).rejects.toMatchObject(REFUSAL);
      await expect(unsealed.update({ [column]: changed })).rejects.toHaveProperty('code');
    },
  );

  it('never lets a seal be taken back, or be given with a change', async () => {
    await expect(database('audit_entries').update({ seq: null, hash: null })).rejects.toMatchObject(REFUSAL);
    const unsealed = database('audit_entries').whereNull('seq');
    await expect(unsealed.update({ seq: 4, hash: 'x', actor: 'per_other' })).rejects.toMatchObject(REFUSAL);
  });

  it('never lets an entry be deleted, sealed or not', async () => {
    await expect(database('audit_entries').where({ seq: 3 }).delete()).rejects.toMatchObject(REFUSAL);
    await expect(database('audit_entries').whereNull('seq').delete()).rejects.toMatchObject(REFUSAL);
    const all = databases.kind === 'postgres' ? 'TRUNCATE audit_entries' : 'DELETE FROM audit_entries';
    await expect(database.raw(all)).rejects.toMatchObject(REFUSAL);
    expect(await database('audit_entries')).toHaveLength(4);
  });

  if (databases.kind === 'sqlite')
    it('never lets an entry be replaced', async () => {
      const replace = database.raw('REPLACE INTO audit_entries SELECT * FROM audit_entries WHERE seq = 1');
      await expect(replace).rejects.toMatchObject(REFUSAL);
    });

  it('gives no place to two entries', async () => {
    const taken = { seq: 3, hash: 'x' };
    await expect(database('audit_entries').whereNull('seq').update(taken)).rejects.toMatchObject({
      message: expect.stringMatching(/unique/i) as unknown,
    });
  });
});
