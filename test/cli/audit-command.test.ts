import { auditCommand } from '../../src/cli/audit-command';
import type { SealedEntry } from '../../src/audit/chain';
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
    expect(process.exitCode ?? 0).toBe(0);
  });

  it('is content with a log that has no entry', async () => {
    expect(await verify()).toBe('The audit log is intact: no entry is sealed.');
  });

  it('knows a head that was noted earlier', async () => {
    await sealHours(database, 6);
    const [, , third] = await entries();
    expect(await verify('--head', third!.hash.toUpperCase())).toMatch(/head that was noted is entry 3 of it/);
    expect(await report('--head', third!.hash)).toMatchObject({ ok: true, notedHead: { seq: 3 } });
    expect(process.exitCode ?? 0).toBe(0);
  });

  it('misses a head whose entry was taken off the end, which the chain alone cannot tell', async () => {
    await sealHours(database, 6);
    const { head } = await report();
    await unlockAudit(database);
    await database('audit_entries').where({ seq: 6 }).delete();
    expect(await report()).toMatchObject({ ok: true, entries: 5 });
    expect(process.exitCode ?? 0).toBe(0);
    expect(await verify('--head', head)).toMatch(/NOT in it: entries were taken off its end/);
    expect(process.exitCode).toBe(1);
  });

  it('exits with 1 where the log is broken, and says how, in JSON too', async () => {
    await sealHours(database, 6);
    await unlockAudit(database);
    await database('audit_entries').where({ seq: 3 }).delete();
    const { broken } = await report();
    expect(broken).toMatchObject({ seq: 3, kind: 'missing' });
    expect(process.exitCode).toBe(1);
    expect(await verify()).toMatch(
      /BROKEN at entry 3: it is missing\. The next one is aud_\w+\.\nWhat comes/,
    );
  });

  it('finds a change in any of thousands, and what comes before it is intact', async () => {
    await sealHours(database, 2_500);
    await unlockAudit(database);
    await database('audit_entries').where({ seq: 2_101 }).update({ subject: 'snd_other' });
    const words = await verify();
    expect(words).toMatch(/BROKEN at entry 2,101: aud_\w+ is not what was sealed\. It was changed, or/);
    expect(words).toMatch(/What comes before it is intact: 2,100 entries, from 2026-01-05T12:00:00.000Z/);
  });
});
