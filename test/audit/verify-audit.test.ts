import { hashAfter, type SealedEntry } from '../../src/audit/chain';
import { verifyAudit } from '../../src/audit/verify-audit';
import type { Database } from '../../src/database/open-database';
import { sealHours, unlockAudit } from '../support/audit';
import { onEveryDatabase } from '../support/databases';

/** What someone does to six entries behind the back of the service, where it is found, and what it is taken for. */
const TAMPERED: [string, (database: Database) => Promise<unknown>, number, string][] = [
  ['the details changed', (database) => change(database, 3, { details: '{}' }), 3, 'changed'],
  ['who did it changed', (database) => change(database, 1, { actor: 'per_other' }), 1, 'changed'],
  ['the time changed', (database) => change(database, 6, { at: 1 }), 6, 'changed'],
  ['the seal changed', (database) => change(database, 2, { hash: 'f'.repeat(64) }), 2, 'changed'],
  ['the seal made to fit again', (database) => changeAndSeal(database, 3), 4, 'changed'],
  ['one taken out', (database) => take(database, 3), 3, 'missing'],
  ['the first taken out', (database) => take(database, 1), 1, 'missing'],
  ['one taken out and its gap closed', (database) => takeAndClose(database, 3), 3, 'changed'],
  ['a seal taken off', (database) => change(database, 4, { seq: null, hash: null }), 4, 'missing'],
  ['one put in', (database) => insert(database, 3, 'f'.repeat(64)), 3, 'inserted'],
  ['one put in that fits', (database) => insertFitting(database, 3), 3, 'inserted'],
  ['one put in front that fits', (database) => insertFitting(database, 1), 1, 'inserted'],
  ['one put in before the first', (database) => put(database, 0, 'f'.repeat(64)), 0, 'inserted'],
  ['neighbours swapped', (database) => swap(database, 3, 4), 3, 'reordered'],
  ['two far apart swapped', (database) => swap(database, 2, 6), 2, 'reordered'],
  ['one moved to the end', (database) => change(database, 3, { seq: 9 }), 3, 'reordered'],
];

onEveryDatabase('a chain that was tampered with', (databases) => {
  it('is told to be so, and where and how', async () => {
    const database = await databases.open();
    await sealHours(database, 6);
    await unlockAudit(database);
    for (const [what, tamper, seq, kind] of TAMPERED) {
      const undone = await database.transaction();
      await tamper(undone);
      const { broken, entries } = await verifyAudit(undone);
      await undone.rollback();
      expect([what, broken?.seq, broken?.kind]).toEqual([what, seq, kind]);
      expect(broken?.id).toMatch(/^aud_/);
      expect(entries).toBeLessThan(6);
    }
    expect(await verifyAudit(database)).toMatchObject({ entries: 6, broken: null });
  });
});

type Row = Partial<Record<keyof SealedEntry, string | number | null>>;

const change = (database: Database, seq: number, to: Row) =>
  database('audit_entries').where({ seq }).update(to);
const take = (database: Database, seq: number) => database('audit_entries').where({ seq }).delete();

async function changeAndSeal(database: Database, seq: number): Promise<void> {
  const [before, entry] = await database<SealedEntry>('audit_entries')
    .whereIn('seq', [seq - 1, seq])
    .orderBy('seq');
  const details = '{"state":"released"}';
  await change(database, seq, { details, hash: hashAfter(before!.hash, { ...entry!, details }) });
}

/** Moves all from here on by some places. */
async function shift(database: Database, from: number, by: number): Promise<void> {
  await database('audit_entries').where('seq', '>=', from).increment('seq', 1_000);
  await database('audit_entries')
    .where('seq', '>=', 1_000)
    .decrement('seq', 1_000 - by);
}

async function takeAndClose(database: Database, seq: number): Promise<void> {
  await take(database, seq);
  await shift(database, seq, -1);
}

async function put(database: Database, seq: number, hash: string): Promise<void> {
  await database('audit_entries').insert({ ...forged, seq, hash });
}

const forged = {
  id: 'aud_0',
  at: 1,
  actor: 'key_1',
  action: 'shipment.released',
  subject: 'snd_1',
  details: '{}',
};

async function insert(database: Database, seq: number, hash: string): Promise<void> {
  await shift(database, seq, 1);
  await put(database, seq, hash);
}

async function insertFitting(database: Database, seq: number): Promise<void> {
  const before = await database<SealedEntry>('audit_entries')
    .where({ seq: seq - 1 })
    .first();
  await insert(database, seq, hashAfter(before?.hash ?? '0'.repeat(64), forged));
}

async function swap(database: Database, one: number, other: number): Promise<void> {
  await change(database, one, { seq: 1_000 });
  await change(database, other, { seq: one });
  await change(database, 1_000, { seq: other });
}
