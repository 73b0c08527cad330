import { requireSecondFactor, resetSecondFactor } from '../../src/access/require-second-factor';
import { onEveryDatabaseTogether } from '../support/databases';
import { codesOf, type DeskDoor, givenPassword, openDeskDoor } from '../support/desk/desk-door';

const HALF_MINUTE_MS = 30_000;
const agent = { role: 'agent', idOrName: 'agent', by: 'operator' } as const;

onEveryDatabaseTogether('a second factor, in the hands of a supervisor', (databases) => {
  let door: DeskDoor;
  beforeAll(async () => (door = await openDeskDoor(await databases.open())));
  afterAll(() => door.close());
  beforeEach(() => door.forget());

  const halfway = () => givenPassword(door);

  describe('that a supervisor requires', () => {
    const demand = (required: 'yes' | 'no') =>
      requireSecondFactor(door.database, door.clock, { ...agent, required });

    it('signs out whoever has none, and leads them to set it up before anything else', async () => {
      const browser = door.browser();
      await door.signIn(browser);
      await demand('yes');
      expect(await door.isIn(browser)).toBe(false);
      expect((await door.signIn(browser)).location).toBe('/desk/second-factor?next=%2Fdesk%2Fqueue');
      for (const path of ['/desk/queue', '/desk/account', '/desk/sign-in/code'])
        expect((await browser.get(path)).location).toMatch(/^\/desk\/second-factor\?next=/);
      const shown = await browser.get('/desk/second-factor?next=%2Fdesk%2Fqueue');
      expect(shown.text).toContain('Je supervisor vraagt een tweede stap van je.');
      const code = codesOf(shown.text, door.clock)();
      const on = await browser.post('/desk/second-factor', { code, next: '/desk/queue' });
      expect(on.text).toContain('href="/desk/queue"');
      expect(await door.isIn(browser)).toBe(true);
    });

    it('leaves whoever has one where they are', async () => {
      const browser = door.browser();
      await door.signIn(browser);
      await door.turnOn(browser);
      await demand('yes');
      expect(await door.isIn(browser)).toBe(true);
    });

    it('is replaced, not turned off', async () => {
      const { browser, give, codeNow } = await halfway();
      await give(codeNow());
      await demand('yes');
      door.clock.advance(HALF_MINUTE_MS);
      await browser.get('/desk/account');
      const off = await browser.post('/desk/account/second-factor', { code: codeNow() });
      expect(off.location).toBe('/desk/second-factor?next=%2Fdesk%2Faccount');
      expect(await door.isIn(browser)).toBe(false);
      await door.turnOn(browser);
      expect(await door.isIn(browser)).toBe(true);
    });

    it('is required no longer when the supervisor says so', async () => {
      await demand('yes');
      await demand('no');
      expect((await door.signIn(door.browser())).location).toBe('/desk/queue');
    });
  });

  it('that was lost is reset by a supervisor, who signs them out everywhere', async () => {
    const { browser, give, codeNow } = await halfway();
    await give(codeNow());
    await resetSecondFactor(door.database, door.clock, agent);
    expect(await door.isIn(browser)).toBe(false);
    expect((await door.signIn(door.browser())).location).toBe('/desk/queue');
  });

  it('is in the audit log, by whom and of whom', async () => {
    const before = await door.database('audit_entries').pluck('id');
    const { give, recoveryCodes } = await halfway();
    await give(recoveryCodes[0] ?? '');
    for (const required of ['yes', 'yes', 'no'] as const)
      await requireSecondFactor(door.database, door.clock, { ...agent, required });
    await resetSecondFactor(door.database, door.clock, { ...agent, by: 'per_supervisor' });
    const lines = await door
      .database('audit_entries')
      .whereNotIn('id', before)
      .orderBy('id')
      .select('actor', 'action', 'subject');
    expect(lines.map((line) => Object.values(line as object).join(' '))).toEqual([
      'per_agent person.second-factor-set per_agent',
      'per_agent person.recovery-code-used per_agent',
      'operator person.second-factor-required per_agent',
      'operator person.second-factor-not-required per_agent',
      'per_supervisor person.second-factor-removed per_agent',
    ]);
  });
});
