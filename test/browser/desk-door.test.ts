import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { SignOn } from '../../src/access/sign-on';
import { createSignOn } from '../../src/access/sign-on-source';
import { SIGN_ON_CALLBACK } from '../../src/access/sign-on-endpoints';
import { linkAccount } from '../../src/access/link-account';
import { migrate } from '../../src/database/migrate';
import type { Database } from '../../src/database/open-database';
import { openSqlite } from '../../src/database/sqlite';
import { createLog } from '../../src/log';
import { type AtTheDesk, atTheDesk } from '../support/desk/at-the-desk';
import { codesOf, type DeskDoor, openDeskDoor } from '../support/desk/desk-door';
import { AT_THE_DOOR, flaws, LOOKS } from '../support/desk/looks';
import { launchBrowser, violations } from '../support/driver/phone';
import { type Company, startCompany } from '../support/sign-on/company';
import { steeredClock } from '../support/steered-clock';

const HALF_HOUR_MS = 30 * 60_000;
/** As a list that renews itself asks, whatever sets it going. */
const RENEW = `htmx.ajax('GET', '/desk/queue', { target: '#queue', select: '#queue', swap: 'outerHTML' })`;

describe('the way in to the desk, in a browser', () => {
  let browser: Browser;
  let database: Database;
  let door: DeskDoor;
  let company: Company;
  let desk: AtTheDesk;

  beforeAll(async () => {
    browser = await launchBrowser();
    database = openSqlite(':memory:');
    await migrate(database);
    // Each has to know the other's address.
    const real: { signOn?: SignOn } = {};
    const signOn: SignOn = {
      issuer: 'asked of nobody here',
      begin: (secrets) => real.signOn!.begin(secrets),
      finish: (query, secrets) => real.signOn!.finish(query, secrets),
    };
    door = await openDeskDoor(database, { signOn });
    const callbackUrl = door.running.url + SIGN_ON_CALLBACK;
    company = await startCompany(callbackUrl);
    const settings = { issuer: company.issuer, clientId: 'klopt', clientSecret: 'a secret of the tests' };
    const log = createLog('silent', { write: () => undefined });
    real.signOn = createSignOn({ settings, callbackUrl, timeoutMs: 2_000, clock: steeredClock(), log });
  });
  afterAll(async () => {
    await browser.close();
    await company.close();
    await door.close();
    await database.destroy();
  });
  beforeEach(() => door.forget());
  afterEach(async () => {
    expect(desk.errors).toEqual([]);
    await desk.close();
  });

  const open = async (path: string, options: BrowserContextOptions = {}) => {
    desk = await atTheDesk(browser, door.running.url, { who: 'nobody', ...options });
    await desk.page.goto(door.running.url + path);
  };
  const press = async (name: string) => {
    await desk.page.getByRole('main').getByRole('button', { name, exact: true }).click();
  };
  const signIn = async () => {
    await desk.page.locator('[name=name]').fill('agent');
    await desk.page.locator('[name=password]').fill(door.password);
    await desk.page.locator('main form[action="/desk/sign-in"] button').click();
  };
  const heading = (name: string) => desk.page.getByRole('heading', { name }).waitFor();
  const typed = () => desk.page.locator('#search [name=text]');

  it.each(LOOKS)(
    'breaks no rule of accessibility and fits: %s, %s, %d pixels',
    async (locale, colorScheme, width) => {
      const looks = { locale, colorScheme, viewport: { width, height: 800 } };
      await open('/desk/sign-in', looks);
      const { page } = desk;
      const seen = new Set<string>();
      const looksRight = async (what: string) => {
        seen.add(what);
        expect([what, await flaws(page)]).toEqual([what, []]);
        await keep(what, looks);
      };
      const submit = () => page.locator('main form button:not(.quiet)').last().click();
      await looksRight('sign-in');
      await signIn();
      await page.locator('#queue').waitFor();
      await page.goto(`${door.running.url}/desk/account`);
      await looksRight('account');
      await page.locator('[name=present]').fill('not my password');
      await page.locator('[name=password]').fill('short');
      await page.locator('[name=again]').fill('shorter');
      await page.locator('form[action="/desk/account/password"] button').click();
      await page.locator('#password-mistake').waitFor();
      await looksRight('account with mistakes');
      await page.goto(`${door.running.url}/desk/second-factor`);
      await looksRight('second-factor');
      const codeNow = codesOf(await page.content(), door.clock);
      await page.locator('[name=code]').fill(codeNow());
      await submit();
      await page.locator('.recovery').waitFor();
      await looksRight('recovery-codes');
      await page.goto(`${door.running.url}/desk/account`);
      await page.locator('form[action="/desk/account/second-factor"] [name=code]').fill('000000');
      await page.locator('form[action="/desk/account/second-factor"] button').click();
      await page.getByRole('main').getByRole('alert').waitFor();
      await looksRight('account refused');
      await page.goto(`${door.running.url}${SIGN_ON_CALLBACK}?error=access_denied`);
      await looksRight('company refused');
      await page.goto(`${door.running.url}/desk/queue`);
      await typed().fill('Vera');
      door.clock.advance(HALF_HOUR_MS);
      await typed().press('Enter');
      await page.locator('[name=password]').waitFor();
      await looksRight('sign-in with what was typed');
      await signIn();
      await page.locator('[name=code]').waitFor();
      await looksRight('code');
      await page.locator('[name=code]').fill('000000');
      await page.locator('main form[action="/desk/sign-in/code"] button').click();
      await page.getByRole('main').getByRole('alert').waitFor();
      await looksRight('code refused');
      await page.locator('[name=code]').fill(codeNow());
      await page.locator('main form[action="/desk/sign-in/code"] button').click();
      await page.locator('dl.kept').waitFor();
      await looksRight('send-again');
      await submit();
      await page.locator('#queue').waitFor();
      expect(await typed().inputValue()).toBe('Vera');
      expect([...seen]).toEqual(expect.arrayContaining(Object.values(AT_THE_DOOR)));
    },
  );

  /** The pictures of docs/desk.md are made anew with KLOPT_SCREENSHOTS=docs/images. */
  const keep = async (
    name: string,
    { locale, viewport }: { locale: string; viewport: { width: number } },
  ) => {
    const folder = process.env.KLOPT_SCREENSHOTS;
    if (folder === undefined || name !== 'account' || locale !== 'nl-NL' || viewport.width < 500) return;
    await desk.page.screenshot({ path: `${folder}/desk-${name}.png`, fullPage: true });
  };

  it('leaves a page that renews itself as it is when the session ends, and says so until one is in again', async () => {
    await open('/desk/sign-in');
    await signIn();
    await typed().fill('half a sen');
    door.clock.advance(HALF_HOUR_MS);
    await desk.page.evaluate(RENEW);
    const line = desk.page.locator('#signed-out');
    await line.waitFor();
    expect(await violations(desk.page)).toEqual([]);
    expect(await typed().inputValue()).toBe('half a sen');

    const [elsewhere] = await Promise.all([
      desk.page.context().waitForEvent('page'),
      line.getByRole('link').click(),
    ]);
    await elsewhere.locator('[name=name]').fill('agent');
    await elsewhere.locator('[name=password]').fill(door.password);
    await elsewhere.locator('main form[action="/desk/sign-in"] button').click();
    await elsewhere.locator('#queue').waitFor();

    await desk.page.evaluate(RENEW);
    await line.waitFor({ state: 'hidden' });
    expect(await typed().inputValue()).toBe('half a sen');
    await typed().press('Enter');
    await heading('Nog niet verstuurd');
    await press('Stuur opnieuw');
    await desk.page.locator('#queue').waitFor();
    expect(await typed().inputValue()).toBe('half a sen');
  });

  it('says of what no hand asked for that it is a renewal', async () => {
    await open('/desk/sign-in');
    await signIn();
    await desk.page.locator('#queue').waitFor();
    const asked = desk.page.waitForRequest((request) => request.headers()['hx-request'] === 'true');
    await desk.page.evaluate(RENEW);
    expect((await asked).headers()['klopt-renewal']).toBe('yes');
  });

  it("goes by the company's own account and back, past the policies of both", async () => {
    const account = { email: 'noor@example.nl' };
    await linkAccount(database, door.clock, { role: 'agent', idOrName: 'agent', by: 'operator', account });
    await open('/desk/sign-in?next=%2Fdesk%2Faccount', { extraHTTPHeaders: { 'x-who': 'noor' } });
    await press('Aanmelden met je bedrijfsaccount');
    await heading('Je account');
  });

  it('keeps what was typed where it is while somebody signs on at their company in a tab beside it', async () => {
    await open('/desk/sign-in', { extraHTTPHeaders: { 'x-who': 'noor' } });
    await signIn();
    await typed().fill('Vera');
    door.clock.advance(HALF_HOUR_MS);
    await typed().press('Enter');
    const [beside] = await Promise.all([
      desk.page.context().waitForEvent('page'),
      press('Aanmelden met je bedrijfsaccount'),
    ]);
    await beside.locator('#queue').waitFor();
    await press('Stuur opnieuw');
    await heading('Nog niet verstuurd');
    await press('Stuur opnieuw');
    await desk.page.locator('#queue').waitFor();
    expect(await typed().inputValue()).toBe('Vera');
  });

  it('goes without scripts, with a second factor and what was typed', async () => {
    await open('/desk/sign-in', { javaScriptEnabled: false });
    await signIn();
    await desk.page.goto(`${door.running.url}/desk/second-factor`);
    const codeNow = codesOf(await desk.page.content(), door.clock);
    await desk.page.locator('[name=code]').fill(codeNow());
    await press('Zet aan');
    await desk.page.getByRole('button', { name: 'Ik heb ze opgeschreven' }).click();
    await heading('Je account');
    await desk.page.goto(`${door.running.url}/desk/queue`);
    await typed().fill('Vera');
    door.clock.advance(HALF_HOUR_MS);
    await typed().press('Enter');
    await signIn();
    await desk.page.locator('[name=code]').fill(codeNow());
    await press('Verder');
    await press('Stuur opnieuw');
    expect(await typed().inputValue()).toBe('Vera');
  });
});
