import { auditInsert } from '../../src/audit/record-audit';
import { sealAudit } from '../../src/audit/seal-audit';
import { verifyAudit } from '../../src/audit/verify-audit';
import type { Database } from '../../src/database/open-database';
import { insertTogether } from '../../src/database/insert-together';
import { recordHours, registered, sealHours } from '../support/audit';
import { onEveryDatabase } from '../support/databases';

const nowMs = Date.UTC(2026, 0, 6);

onEveryDatabase('sealing the audit log', (databases) => {
  it('chains entries in their order, without a gap', async () => {
    const database = await databases.open();
    await recordHours(database, 5);
    const me = { holder: 'me', nowMs };
    expect(await sealAudit(database, me, 3)).toBe(3);
    expect(await sealAudit(database, me, 3)).toBe(2);
    expect(await sealAudit(database, me, 3)).toBe(0);
    expect(await database('audit_entries').orderBy('seq').pluck('subject')).toEqual(
      [0, 1, 2, 3, 4].map((hour) => `snd_${hour}`),
    );
    expect(await database('audit_entries').orderBy('seq').pluck('seq')).toEqual([1, 2, 3, 4, 5]);
    expect(await verifyAudit(database)).toMatchObject({ entries: 5, unsealed: 0, broken: null });
  });

  it('takes in an entry that was committed late behind what was sealed already', async () => {
    const database = await databases.connect(await databases.url());
    await recordHours(database, 2, 1);
    await sealAudit(database, { holder: 'me', nowMs }, 10);
    await recordHours(database, 1, 0);
    await sealAudit(database, { holder: 'me', nowMs }, 10);
    expect(await database('audit_entries').orderBy('seq').pluck('subject')).toEqual([
      'snd_1',
      'snd_2',
      'snd_0',
    ]);
    expect(await verifyAudit(database)).toMatchObject({ entries: 3, broken: null });
  });

  it('is left to whoever has the lease, until it ends', async () => {
    const database = await databases.open();
    await sealHours(database, 1);
    await recordHours(database, 2, 1);
    expect(await sealAudit(database, { holder: 'a', nowMs }, 1)).toBe(1);
    expect(await sealAudit(database, { holder: 'b', nowMs: nowMs + 1_000 }, 1)).toBe(0);
    expect(await sealAudit(database, { holder: 'b', nowMs: nowMs + 6_000 }, 1)).toBe(1);
  });

  it('never forks, though several seal at once that all think they have the lease', async () => {
    const url = await databases.url();
    const replicas = await Promise.all([1, 2, 3].map(() => databases.connect(url)));
    const rounds = [...Array(12).keys()];
    const write = rounds.map((round) =>
      insertTogether(replicas[round % 3]!, [
        auditInsert(
          [1, 2, 3, 4].map((n) => registered(`snd_${round}_${n}`)),
          nowMs,
        ),
      ]),
    );
    const seal = rounds.map((round) => sealAudit(replicas[round % 3]!, { holder: 'all of us', nowMs }, 2));
    await Promise.all([...write, ...seal]);
    await sealAudit(replicas[0]!, { holder: 'all of us', nowMs }, 100);
    expect(await verifyAudit(replicas[1]!)).toMatchObject({ entries: 48, unsealed: 0, broken: null });
  });

  it.each([
    ['what is unsealed', 'seq IS NULL ORDER BY id', /audit_entries_unsealed/],
    ['the head', 'seq IS NOT NULL ORDER BY seq DESC', /audit_entries_chain/],
    [
      'a page of the chain',
      "seq IS NOT NULL AND (seq, id) > (5, 'a') ORDER BY seq, id",
      /audit_entries_chain/,
    ],
  ])('finds %s by an index, however long the log', async (_, condition, index) => {
    const database = await databases.open();
    const query = `SELECT id FROM audit_entries WHERE ${condition} LIMIT 5`;
    const explain = databases.kind === 'postgres' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
    if (databases.kind === 'postgres') await fillOnPostgres(database);
    expect(JSON.stringify(await database.raw(`${explain} ${query}`))).toMatch(index);
  });
});

/** PostgreSQL reads a short table whole, whatever index there is. */
async function fillOnPostgres(database: Database): Promise<void> {
  await database.raw(
    `INSERT INTO audit_entries SELECT n::text, n, 'a', 'b', 'c', 'd', n, 'h' FROM generate_series(1, 20000) AS n`,
  );
  await database.raw('ANALYZE audit_entries');
}

onEveryDatabase('an entry of a transaction that is still open', (databases) => {
  if (databases.kind === 'sqlite') {
    it('holds up all others on SQLite, which has one writer', () => expect(databases.kind).toBe('sqlite'));
    return;
  }

  it('is sealed when it has been committed, behind newer ones', async () => {
    const database = await databases.open();
    const slow = await database.transaction();
    await insertTogether(slow, [auditInsert([registered('slow')], nowMs)]);
    await insertTogether(database, [auditInsert([registered('quick')], nowMs + 1)]);
    expect(await sealAudit(database, { holder: 'me', nowMs }, 10)).toBe(1);
    await slow.commit();
    expect(await sealAudit(database, { holder: 'me', nowMs }, 10)).toBe(1);
    expect(await database('audit_entries').orderBy('seq').pluck('subject')).toEqual(['quick', 'slow']);
    expect(await verifyAudit(database)).toMatchObject({ entries: 2, broken: null });
  });
});
