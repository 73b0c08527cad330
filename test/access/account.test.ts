import { onEveryDatabaseTogether } from '../support/databases';
import type { BrowserLike } from '../support/browser-like';
import { type DeskDoor, openDeskDoor } from '../support/desk/desk-door';
import { passwordRefused } from '../../src/access/password-rules';

const CHOSEN = 'de fiets van mijn tante is paars';

onEveryDatabaseTogether("somebody's own account", (databases) => {
  let door: DeskDoor;
  let present: string;
  let browser: BrowserLike;
  beforeAll(async () => {
    door = await openDeskDoor(await databases.open());
    present = door.password;
  });
  afterAll(() => door.close());
  beforeEach(async () => {
    await door.forget();
    browser = door.browser();
    await door.signIn(browser, { password: present });
    await browser.get('/desk/account');
  });

  const change = (form: Readonly<Record<string, string>>) => browser.post('/desk/account/password', form);

  it('tells who they are, and is a click away on every page', async () => {
    const { text } = await browser.get('/desk/account');
    expect(text).toMatch(/agent.*medewerker.*ZLV/s);
    expect((await browser.get('/desk/queue')).text).toContain('href="/desk/account"');
  });

  it('takes a password that they choose, and signs out everywhere else', async () => {
    const elsewhere = door.browser();
    await door.signIn(elsewhere, { password: present });
    const changed = await change({ present, password: CHOSEN, again: CHOSEN });
    expect([changed.status, changed.text.includes('Je wachtwoord is veranderd.')]).toEqual([200, true]);
    expect([await door.isIn(browser), await door.isIn(elsewhere)]).toEqual([true, false]);
    expect((await door.signIn(door.browser(), { password: present })).status).toBe(401);
    present = CHOSEN;
    expect((await door.signIn(door.browser(), { password: present })).status).toBe(303);
  });

  it('names every mistake at its field, and changes nothing', async () => {
    const refused = await change({ present: 'not this', password: 'kort', again: 'korter' });
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(
      /Dit is niet je wachtwoord van nu.*minstens 12 tekens, en dit 4.*een ander dan het nieuwe/s,
    );
    expect(refused.text).not.toMatch(/value="(?:not this|kort|korter)"/);
    expect(await door.isIn(browser)).toBe(true);
    expect((await door.signIn(door.browser(), { password: present })).status).toBe(303);
  });

  it('makes guessing the present password as slow as signing in', async () => {
    for (let wrong = 0; wrong < 3; wrong++)
      await change({ present: 'not this one', password: CHOSEN, again: CHOSEN });
    expect((await change({ present, password: CHOSEN, again: CHOSEN })).status).toBe(429);
  });

  it('has no form of a password for whoever has none', async () => {
    await door.database('people').where({ id: 'per_agent' }).update({ password_hash: null });
    const { text } = await browser.get('/desk/account');
    expect(text).toContain('Een wachtwoord maakt je supervisor.');
    expect(text).not.toContain('name="present"');
    expect((await change({ present: '', password: CHOSEN, again: CHOSEN })).status).toBe(400);
  });

  it('is nowhere in the log with what was typed', () => {
    expect(JSON.stringify(door.running.logged)).not.toMatch(/fiets|not this/);
  });
});

describe('a password that somebody chooses', () => {
  it.each([
    ['elf letters', 'at least 12 characters, and this one 11'],
    ['🚲🚲🚲', 'this one 3'],
    ['unbelievable', 'leaked lists'],
    ['Password1234!', 'leaked lists'],
    ['welkom2026!!', 'leaked lists'],
    ['monkeymonkey', 'leaked lists'],
    ['aaaaaaaaaaaaaa', 'leaked lists'],
    ['123456789987654321', 'leaked lists'],
    ['ik ben Noor en blij', 'Your name is in it'],
    ['ik ben nöör en blij', 'Your name is in it'],
  ])('is refused: %s', async (password, why) => {
    expect(((await passwordRefused(password, 'Noor de Wit')) as { en: string }).en).toContain(why);
  });

  it.each([CHOSEN, 'twaalf teken', 'zee wit duin gras', 'x7k2-m9pq-44tz', '漢字漢字漢字かなカナ仮名'])(
    'is taken: %s',
    async (password) => {
      expect(await passwordRefused(password, 'Noor de Wit')).toBeNull();
    },
  );
});
