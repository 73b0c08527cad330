import { auditInsert } from '../../src/audit/record-audit';
import { sealAudit } from '../../src/audit/seal-audit';
import { insertTogether } from '../../src/database/insert-together';
import type { Database } from '../../src/database/open-database';
import { recordHours, unlockAudit } from '../support/audit';
import { onEveryDatabase } from '../support/databases';
import { startUpkeep, type UpkeepService, wordsOf } from '../support/upkeep-service';

const AUDIT = '/desk/upkeep/audit';

const seal = (database: Database) => sealAudit(database, { holder: 'test', nowMs: 0 }, 10_000);
const record = (database: Database, entries: Parameters<typeof auditInsert>[0], atMs: number) =>
  insertTogether(database, [auditInsert(entries, atMs)]);

onEveryDatabase('the audit log that supervisors read', (databases) => {
  let service: UpkeepService;
  let database: Database;
  beforeEach(async () => {
    database = await databases.open();
    service = await startUpkeep(database);
  });
  afterEach(() => service.close());

  const shown = async (query = '') => wordsOf(await service.show('supervisor', `${AUDIT}${query}`));

  it('tells who did what with what, by the names of people and shops, the newest first', async () => {
    const atMs = Date.UTC(2026, 0, 5, 12);
    await record(database, [{ actor: 'per_agent', action: 'case.taken', subject: 'snd_1' }], atMs);
    await record(
      database,
      [
        { actor: 'key_owner', action: 'shipment.registered', subject: 'snd_1', details: { state: 'held' } },
        { actor: 'system', action: 'token.revoked', subject: 'tok_agent' },
      ],
      atMs + 1_000,
    );
    const page = await shown();
    expect(page).toMatch(
      /5 Jan 2026, 13:00:01 the service itself token\.revoked agent \(klopt_person_\w{6}…\)/,
    );
    expect(page).toMatch(
      /13:00:01 shp_owner \(key_owner…\) shipment\.registered snd_1 state: held not yet 5 Jan 2026, 13:00:00 agent case\.taken snd_1/,
    );
    expect(page).toMatch(/1 Jan 1970, 01:00:00 whoever runs the service depot\.created ZLV/);
  });

  it('is shown fifty at a time', async () => {
    await recordHours(database, 120);
    const pages: string[] = [];
    for (let path: string | undefined = `${AUDIT}?action=shipment.registered`; path !== undefined;) {
      const page = await service.show('supervisor', path);
      pages.push(page.text);
      path = /href="([^"]*cursor=[^"]*)">Older/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
    }
    const subjects = pages.map((text) => [...text.matchAll(/subject=(snd_\d+)"/g)].map(([, id]) => id));
    expect(subjects.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(subjects.flat()).toEqual(Array.from({ length: 120 }, (_, index) => `snd_${119 - index}`));
  });

  describe('is filtered', () => {
    beforeEach(async () => {
      // From 5 January 12:00 UTC on, an hour apart.
      await recordHours(database, 60);
      const late = Date.UTC(2026, 0, 6, 22, 59);
      await record(database, [{ actor: 'per_agent', action: 'case.taken', subject: 'snd_7' }], late);
      await record(
        database,
        [{ actor: 'per_agent', action: 'alert.closed', subject: 'snd_7' }],
        late + 60_000,
      );
    });
    const entriesOf = async (query: string) => {
      const { text } = await service.show('supervisor', `${AUDIT}?${query}`);
      return [...text.matchAll(/action=([a-z.-]+)">.*?subject=(\w+)"/g)].map((found) =>
        found.slice(1).join(' '),
      );
    };

    it.each([
      ['action', 'action=case.taken', ['case.taken snd_7']],
      ['subject', 'subject=snd_7', ['alert.closed snd_7', 'case.taken snd_7', 'shipment.registered snd_7']],
      ['subject and action', 'subject=snd_7&action=alert.closed', ['alert.closed snd_7']],
      [
        'subject and day, which ends at midnight in the Netherlands',
        'subject=snd_7&day=2026-01-06',
        ['case.taken snd_7'],
      ],
      ['a day on which there was nothing', 'day=2026-02-01', []],
      ['a day before there were any', 'day=0001-01-01', []],
      ['fields that were left empty', 'action=&subject=snd_8&day=', ['shipment.registered snd_8']],
    ])('by %s', async (_, query, expected) => {
      expect(await entriesOf(query)).toEqual(expected);
    });

    it('by the day on which it was, all of it', async () => {
      // 23 registered since midnight in the Netherlands, and one taken.
      expect(await entriesOf('day=2026-01-06')).toHaveLength(25);
    });

    it('by the actions that there are, and says where there is nothing of that', async () => {
      const page = await shown('?subject=snd_none');
      expect(page).toContain('There is nothing of that.');
      expect(page).toMatch(
        /all alert\.closed case\.taken depot\.created person\.created shipment\.registered token\.issued/,
      );
    });
  });

  it.each([
    ['a name', 'subject=Vera%20Verhuizer', /subject/],
    ['an address', 'subject=Lindelaan%2012', /subject/],
    ['everything wrong', 'subject=x&action=A%20B&day=2026-02-30&cursor=%3C', /action.*subject.*day.*cursor/],
    ['what it does not know', 'actor=per_agent', /actor/],
  ])('is not asked for %s, and names every mistake', async (_, query, words) => {
    const refused = await service.show('supervisor', `${AUDIT}?${query}`);
    expect(refused.status).toBe(400);
    expect(wordsOf(refused)).toMatch(words);
    expect(refused.text).not.toMatch(/Vera|Lindelaan/);
  });

  it('tells how far it is sealed', async () => {
    expect(await shown()).toMatch(/Nothing is sealed yet\. \d+ new ones wait/);
    const sealed = await seal(database);
    await recordHours(database, 1);
    expect(await shown()).toMatch(
      new RegExp(`Sealed up to entry ${sealed}, of 1 Jan 1970, .* 1 new ones wait`),
    );
  });

  it('is verified by a button: intact to its last entry', async () => {
    expect(wordsOf(await service.send('supervisor', `${AUDIT}/verify`))).toContain('nothing to verify');
    await recordHours(database, 2_500);
    const sealed = await seal(database);
    const page = wordsOf(await service.send('supervisor', `${AUDIT}/verify`));
    expect(page).toMatch(/intact, from the first entry to entry 2,5\d\d\. .* Last seal: [0-9a-f]{64}/);
    expect(sealed).toBeGreaterThan(2_500);
  });

  it('is verified a portion at a time where it is long, and goes on where it was left', async () => {
    await recordHours(database, 2_500);
    await seal(database);
    // A clock that runs: each look at it takes a second.
    let looks = 0;
    service.clock.monotonicMs = () => (looks += 1) * 1_000;
    const first = await service.send('supervisor', `${AUDIT}/verify`);
    expect(wordsOf(first)).toMatch(/Up to entry 1,000, of .* all is intact\. There is more\. Go on/);
    const field = (name: string, { text }: { text: string }) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
    const headOf = (page: { text: string }) => ({
      afterSeq: field('afterSeq', page),
      afterHash: field('afterHash', page),
    });
    const second = await service.send('supervisor', `${AUDIT}/verify`, headOf(first));
    expect(wordsOf(second)).toContain('Up to entry 2,000');
    await unlockAudit(database);
    await database('audit_entries').where({ seq: 2_400 }).update({ actor: 'per_somebody' });
    const third = await service.send('supervisor', `${AUDIT}/verify`, headOf(second));
    expect(wordsOf(third)).toMatch(/! The audit log is broken at entry 2,400\. .* klopt audit verify/);
  });

  it('is verified by what is known to hold: another seal is not followed', async () => {
    await recordHours(database, 10);
    await seal(database);
    const form = { afterSeq: '3', afterHash: '0'.repeat(64) };
    expect(wordsOf(await service.send('supervisor', `${AUDIT}/verify`, form))).toContain('broken at entry 4');
    const refused = await service.send('supervisor', `${AUDIT}/verify`, { afterSeq: '-1', afterHash: 'x' });
    expect([refused.status, wordsOf(refused)]).toEqual([400, expect.stringMatching(/afterSeq.*afterHash/)]);
  });

  it('is for supervisors of all depots', async () => {
    expect((await service.show('lead', AUDIT)).status).toBe(403);
    expect((await service.send('lead', `${AUDIT}/verify`)).status).toBe(403);
  });
});
