import { auditCommand } from '../../src/cli/audit-command';
import { hashAfter, type SealedEntry } from '../../src/audit/chain';
import type { Database } from '../../src/database/open-database';
import { recordHours, sealHours, unlockAudit } from '../support/audit';
import { onEveryDatabase } from '../support/databases';
import { runCommand } from '../support/run-command';

interface Report {
  ok: boolean;
  head: string;
  entries: number;
  broken: { seq: number; id: string; kind: string } | null;
}

afterEach(() => {
  process.exitCode = undefined;
});

onEveryDatabase('klopt audit verify', (databases) => {
  let url = '';
  let database: Database;
  beforeEach(async () => {
    url = await databases.url();
    database = await databases.connect(url);
  });
  const verify = (...args: string[]) => runCommand(auditCommand, ['verify', ...args], url);
  const report = async (...args: string[]) => JSON.parse(await verify('--json', ...args)) as Report;
  const entries = () => database<SealedEntry>('audit_entries').orderBy('seq');

  it('says how many entries there are, from when to when, and the head to be noted', async () => {
    await sealHours(database, 6);
    await recordHours(database, 2, 6);
    const { head } = await report();
    expect(await verify()).toBe(
      [
        'The audit log is intact: 6 entries, from 2026-01-05T12:00:00.000Z to 2026-01-05T17:00:00.000Z.',
        'Not yet sealed: 2 entries.',
        `Its head, to be noted elsewhere: ${head}`,
      ].join('\n'),
    );
    expect(process.exitCode).toBeUndefined();
  });

  it('is content with a log that has no entry', async () => {
    expect(await verify()).toBe('The audit log is intact: no entry is sealed.');
  });

  it('knows a head that was noted earlier', async () => {
    await sealHours(database, 6);
    const [, , third] = await entries();
    expect(await verify('--head', third!.hash.toUpperCase())).toMatch(/head that was noted is entry 3 of it/);
    expect(await report('--head', third!.hash)).toMatchObject({ ok: true, notedHead: { seq: 3 } });
    expect(process.exitCode).toBeUndefined();
  });

  it('misses a head whose entry was taken off the end, which the chain alone cannot tell', async () => {
    await sealHours(database, 6);
    const { head } = await report();
    await unlockAudit(database);
    await database('audit_entries').where({ seq: 6 }).delete();
    expect(await report()).toMatchObject({ ok: true, entries: 5 });
    expect(process.exitCode).toBeUndefined();
    expect(await verify('--head', head)).toMatch(/NOT in it: entries were taken off its end/);
    expect(process.exitCode).toBe(1);
  });

  /** What someone does behind the back of the service, at which entry it is found, and how it is told. */
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

  it.each(TAMPERED)('finds %s', async (_, tamper, seq, kind) => {
    await sealHours(database, 6);
    await unlockAudit(database);
    await tamper(database);
    const { ok, broken, entries: intact } = await report();
    expect({ ok, seq: broken?.seq, kind: broken?.kind }).toEqual({ ok: false, seq, kind });
    expect(intact).toBeLessThan(6);
    expect(process.exitCode).toBe(1);
    expect(await verify()).toMatch(new RegExp(`BROKEN at entry ${seq}: .*aud_`));
  });

  it('finds a change in any of thousands, and what comes before it is intact', async () => {
    await sealHours(database, 2_500);
    await unlockAudit(database);
    await change(database, 2_101, { subject: 'snd_other' });
    const words = await verify();
    expect(words).toMatch(/BROKEN at entry 2,101: aud_\w+ is not what was sealed\. It was changed, or/);
    expect(words).toMatch(/What comes before it is intact: 2,100 entries, from 2026-01-05T12:00:00.000Z/);
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
