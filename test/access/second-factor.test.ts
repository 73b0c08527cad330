import { createSecretBox } from '../../src/access/secret-box';
import { onEveryDatabaseTogether } from '../support/databases';
import {
  codesOf,
  type DeskDoor,
  givenPassword,
  openDeskDoor,
  recoveryCodesIn,
} from '../support/desk/desk-door';

const HALF_MINUTE_MS = 30_000;

onEveryDatabaseTogether('a second factor', (databases) => {
  let door: DeskDoor;
  beforeAll(async () => (door = await openDeskDoor(await databases.open())));
  afterAll(() => door.close());
  beforeEach(() => door.forget());

  const halfway = () => givenPassword(door);

  it('is put into an app by a QR code or as text, and is in force by a first code of it', async () => {
    const browser = door.browser();
    await door.signIn(browser);
    const shown = await browser.get('/desk/second-factor');
    expect(shown.text).toMatch(/<svg class="qr" role="img" aria-label="QR-code/);
    const later = () => browser.get('/desk/second-factor');
    expect((await later()).text).toBe(shown.text);
    expect((await browser.post('/desk/second-factor', { code: '12345' })).status).toBe(401);
    const on = await browser.post('/desk/second-factor', { code: codesOf(shown.text, door.clock)() });
    expect(recoveryCodesIn(on.text)).toHaveLength(10);
    expect((await browser.get('/desk/account')).text).toContain('Herstelcodes over: 10.');
    expect((await browser.get('/desk/second-factor')).location).toBe('/desk/account');
  });

  it('that was begun an hour ago and never confirmed begins with another secret', async () => {
    const browser = door.browser();
    await door.signIn(browser);
    const before = await browser.get('/desk/second-factor');
    const code = codesOf(before.text, door.clock);
    door.clock.advance(60 * 60_000);
    await door.signIn(browser);
    await browser.get('/desk/second-factor');
    expect((await browser.post('/desk/second-factor', { code: code() })).status).toBe(401);
  });

  it('ends the other sessions when it is turned on', async () => {
    const [here, elsewhere] = [door.browser(), door.browser()];
    await door.signIn(here);
    await door.signIn(elsewhere);
    await door.turnOn(here);
    expect([await door.isIn(here), await door.isIn(elsewhere)]).toEqual([true, false]);
  });

  it('is asked after the password, and until then nothing is let do', async () => {
    const { browser, led, give, codeNow } = await halfway();
    expect(led.location).toBe('/desk/sign-in/code?next=%2Fdesk%2Fqueue');
    for (const path of ['/desk/queue', '/desk/account', '/desk/second-factor'])
      expect((await browser.get(path)).location).toMatch(/^\/desk\/sign-in\/code\?next=/);
    expect((await browser.get('/desk/sign-in/code')).text).not.toContain('/desk/account');
    const before = browser.cookie('klopt_session');
    expect((await give(codeNow())).location).toBe('/desk/queue');
    expect(await door.isIn(browser)).toBe(true);
    expect(browser.cookie('klopt_session')).not.toBe(before);
  });

  it.each([
    ['the half minute before', -1, 303],
    ['the half minute after', 1, 303],
    ['two half minutes ago', -2, 401],
    ['two half minutes from now', 2, 401],
  ])('takes a code of %s: %d, %d', async (_, steps, status) => {
    const { give, codeNow } = await halfway();
    door.clock.advance(10 * HALF_MINUTE_MS);
    door.clock.advance(steps * HALF_MINUTE_MS);
    const code = codeNow();
    door.clock.advance(-steps * HALF_MINUTE_MS);
    expect((await give(code)).status).toBe(status);
  });

  it('takes a code with a blank in it, and no code twice, also of two that come at once', async () => {
    const { browser, give, codeNow } = await halfway();
    const code = codeNow();
    await give(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(await door.isIn(browser)).toBe(true);
    const others = [door.browser(), door.browser()];
    for (const other of others) {
      await door.signIn(other);
      await other.get('/desk/sign-in/code');
    }
    const giveBoth = (given: string) =>
      Promise.all(others.map((other) => other.post('/desk/sign-in/code', { code: given })));
    expect((await giveBoth(code)).map(({ status }) => status)).toEqual([401, 401]);
    await door.database('sign_in_failures').delete();
    door.clock.advance(HALF_MINUTE_MS);
    const statuses = (await giveBoth(codeNow())).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 401]);
  });

  it('takes each recovery code once, in place of a code of the app, however it is written', async () => {
    const { give, recoveryCodes } = await halfway();
    const [first = ''] = recoveryCodes;
    expect((await give(first.toUpperCase().replaceAll('-', ' '))).status).toBe(303);
    const again = door.browser();
    await door.signIn(again);
    await again.get('/desk/sign-in/code');
    expect((await again.post('/desk/sign-in/code', { code: first })).status).toBe(401);
    await again.post('/desk/sign-in/code', { code: recoveryCodes[1] ?? '' });
    expect((await again.get('/desk/account')).text).toContain('Herstelcodes over: 8.');
  });

  it('makes wrong codes as slow as wrong passwords, which signing in anew by the password does not wipe out', async () => {
    const { browser, give, codeNow } = await halfway();
    for (let wrong = 0; wrong < 3; wrong++) expect((await give('000000')).status).toBe(401);
    expect((await give(codeNow())).status).toBe(429);
    door.clock.advance(1_000);
    await give('000000');
    door.clock.advance(2_000);
    await door.signIn(browser);
    await browser.get('/desk/sign-in/code');
    const late = await browser.post('/desk/sign-in/code', { code: codeNow() });
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '2']);
  });

  it('counts a hundred guesses that come at once as a hundred', async () => {
    const { give } = await halfway();
    const statuses = (await Promise.all(Array.from({ length: 100 }, () => give('000000')))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(3);
    expect(statuses.filter((status) => status === 429)).toHaveLength(97);
  });

  it('lets whoever stops halfway begin again, and forgets them after ten minutes', async () => {
    const { browser, give, codeNow } = await halfway();
    door.clock.advance(10 * 60_000);
    expect((await give(codeNow())).location).toMatch(/^\/desk\/sign-in\?next=/);
    await door.signIn(browser);
    await browser.get('/desk/sign-in/code');
    expect((await browser.post('/desk/sign-out')).location).toBe('/desk/sign-in');
    expect((await browser.get('/desk/sign-in')).status).toBe(200);
  });

  it('is turned off by a code of it, which ends the other sessions', async () => {
    const { browser, give, codeNow } = await halfway();
    await give(codeNow());
    await browser.get('/desk/account');
    expect((await browser.post('/desk/account/second-factor', { code: '000000' })).status).toBe(401);
    expect((await browser.post('/desk/account/second-factor', { code: codeNow() })).status).toBe(401);
    door.clock.advance(HALF_MINUTE_MS);
    const off = await browser.post('/desk/account/second-factor', { code: codeNow() });
    expect([off.status, off.text.includes('De tweede stap staat uit.')]).toEqual([200, true]);
    expect(await door.isIn(browser)).toBe(true);
    expect((await door.signIn(door.browser())).location).toBe('/desk/queue');
  });

  it('is kept so that nobody who reads the database makes its codes', async () => {
    const { recoveryCodes } = await halfway();
    const kept = await door.database('second_factors').first<{ sealed_secret: string; person_id: string }>();
    const own = createSecretBox('a key of the tests, known to all');
    expect(own.open(kept.sealed_secret, 'per_agent')).toMatch(/^[A-Z2-7]{32}$/);
    expect(own.open(kept.sealed_secret, 'per_colleague')).toBeNull();
    expect(createSecretBox('another key').open(kept.sealed_secret, 'per_agent')).toBeNull();
    const all = JSON.stringify([await door.database('recovery_codes'), await door.database('audit_entries')]);
    for (const code of recoveryCodes) expect(all).not.toContain(code);
  });

  it('that the service can no longer read says so, and lets a recovery code in', async () => {
    const { give, codeNow, recoveryCodes } = await halfway();
    await door.database('second_factors').update({ sealed_secret: 'sealed by another key' });
    expect((await give(codeNow())).text).toContain('Gebruik een herstelcode');
    expect((await give(recoveryCodes[0] ?? '')).status).toBe(303);
  });
});
