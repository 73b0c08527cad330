import { endPerson } from '../../src/access/end-person';
import { linkAccount, unlinkAccount } from '../../src/access/link-account';
import { requireSecondFactor } from '../../src/access/require-second-factor';
import { secretsOf } from '../../src/access/sign-on';
import { SIGN_ON_CALLBACK } from '../../src/access/sign-on-endpoints';
import { createSignOn } from '../../src/access/sign-on-source';
import { createLog } from '../../src/log';
import type { BrowserLike } from '../support/browser-like';
import { onEveryDatabaseTogether } from '../support/databases';
import { type DeskDoor, openDeskDoor } from '../support/desk/desk-door';
import { type Company, startCompany } from '../support/sign-on/company';
import { steeredClock } from '../support/steered-clock';

const CALLBACK = `https://klopt.example.nl${SIGN_ON_CALLBACK}`;
const noor = { role: 'agent', idOrName: 'agent', by: 'operator' } as const;
const HOUR_MS = 60 * 60_000;

onEveryDatabaseTogether("signing in by a company's own account", (databases) => {
  const clock = steeredClock();
  let company: Company;
  let door: DeskDoor;
  let browser: BrowserLike;

  const signOnOf = (issuer: string) =>
    createSignOn({
      settings: { issuer, clientId: 'klopt', clientSecret: 'a secret of the tests' },
      callbackUrl: CALLBACK,
      timeoutMs: 400,
      clock,
      log: createLog('silent', { write: () => undefined }),
    });

  beforeAll(async () => {
    company = await startCompany(CALLBACK);
    door = await openDeskDoor(await databases.open(), { signOn: signOnOf(company.issuer) });
  });
  afterAll(async () => {
    await door.close();
    await company.close();
  });
  beforeEach(async () => {
    await door.forget();
    await door.database('company_accounts').delete();
    browser = door.browser();
    // What was known of the sign-on is asked for anew.
    clock.advance(HOUR_MS);
    await company.behave();
  });

  const link = (account: Parameters<typeof linkAccount>[2]['account']) =>
    linkAccount(door.database, clock, { ...noor, account });
  const begin = (by = browser) => by.get('/desk/sign-on?next=%2Fdesk%2Fqueue%3Fdepot%3DZLV');
  /** Where the sign-on sends somebody back to, on this service. */
  async function sentBack(who: string | null, by = browser): Promise<string> {
    const { location } = await begin(by);
    const { pathname, search } = await company.signOn(location ?? '', who);
    return pathname + search;
  }
  const signOn = async (who: string | null) => browser.get(await sentBack(who));

  it('is offered where one signs in', async () => {
    expect((await browser.get('/desk/sign-in')).text).toContain('Aanmelden met je bedrijfsaccount');
  });

  it('lets somebody in by their verified e-mail address, and leads to where they wanted to go', async () => {
    await link({ email: 'Noor@example.nl' });
    const done = await signOn('noor');
    expect([done.status, done.location]).toEqual([303, '/desk/queue?depot=ZLV']);
    expect(await door.isIn(browser)).toBe(true);
    expect((await browser.get('/desk/account')).text).toContain('gekoppeld');
  });

  it('asks with PKCE, a state and a nonce, each another for every try', async () => {
    const asked = [await begin(), await begin()].map(({ location }) => new URL(location ?? '').searchParams);
    for (const name of ['code_challenge', 'state', 'nonce']) {
      const [one, other] = asked.map((query) => query.get(name));
      expect([one?.length, one === other]).toEqual([43, false]);
    }
    expect(asked[0]?.get('code_challenge_method')).toBe('S256');
  });

  it('knows them from then on by what their company never gives to another', async () => {
    await link({ email: 'noor@example.nl' });
    await signOn('noor');
    browser = door.browser();
    expect((await signOn('noor-who-came-later')).status).toBe(403);
    browser = door.browser();
    expect((await signOn('noor')).status).toBe(303);
  });

  it('lets somebody in by a subject that was linked', async () => {
    await link({ issuer: company.issuer, subject: 'noor-unverified' });
    expect((await signOn('noor-unverified')).status).toBe(303);
  });

  it.each([
    ['whom nobody here was linked to', 'vera', 'vera@example.nl'],
    ['whose address their company has not verified', 'noor-unverified', 'niet bevestigd'],
  ])('makes no account for somebody %s, and tells what to do', async (_, who, told) => {
    await link({ email: 'noor@example.nl' });
    const refused = await signOn(who);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Geen account bij deze balie');
    expect(refused.text).toContain(told);
    expect(refused.text).toContain(`<code>${who}</code>`);
    expect(await door.isIn(browser)).toBe(false);
  });

  it('asks no second factor, which is for the company to ask', async () => {
    await requireSecondFactor(door.database, clock, { ...noor, required: 'yes' });
    await link({ email: 'noor@example.nl' });
    expect((await signOn('noor')).location).toBe('/desk/queue?depot=ZLV');
  });

  it('lets go of somebody who stopped there', async () => {
    const back = await signOn(null);
    expect([back.status, back.text.includes('is afgebroken')]).toEqual([401, true]);
    expect(back.text).toContain('name="password"');
  });

  it.each([
    ['with another state', (back: string) => back.replace(/state=[^&]+/, 'state=another')],
    ['without a state', (back: string) => back.replace(/state=[^&]+&?/, '')],
    ['without a code', (back: string) => back.replace(/code=[^&]+&?/, '')],
    ['with another code', (back: string) => back.replace(/code=[^&]+/, 'code=another')],
    ['from another issuer', (back: string) => back.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')],
    ['with two codes', (back: string) => `${back}&code=another`],
  ])('is refused for a callback %s', async (_, changed) => {
    await link({ email: 'noor@example.nl' });
    const { status, text } = await browser.get(changed(await sentBack('noor')));
    expect([401, 503]).toContain(status);
    expect(text).toContain('name="password"');
    expect(await door.isIn(browser)).toBe(false);
  });

  it('is refused for a callback that was used, and for one of another browser', async () => {
    await link({ email: 'noor@example.nl' });
    const back = await sentBack('noor');
    const other = door.browser();
    expect((await other.get(back)).status).toBe(401);
    expect((await browser.get(back)).status).toBe(303);
    const again = await browser.get(back);
    expect([again.status, again.text.includes('is al gebruikt')]).toEqual([401, true]);
  });

  it('reads the address from the token of identity too, where a sign-on puts it there', async () => {
    await link({ email: 'noor@example.nl' });
    const other = await startCompany(CALLBACK, { CLAIMS_IN_TOKEN: 'true' });
    const secrets = secretsOf('a token of a browser');
    const signOn = signOnOf(other.issuer);
    const back = await other.signOn((await signOn.begin(secrets)).href, 'noor');
    await other.behave({ wrong: '/me' });
    const identity = await signOn.finish(Object.fromEntries(back.searchParams), secrets);
    expect(identity).toEqual({ issuer: other.issuer, subject: 'noor', email: 'noor@example.nl' });
    await other.close();
  });

  it('waits a while for a sign-on that is slow', async () => {
    await link({ email: 'noor@example.nl' });
    await company.behave({ delayMs: '100' });
    expect((await signOn('noor')).status).toBe(303);
  });

  it.each([
    ['is too slow', { delayMs: '600' }],
    ['answers nonsense of itself', { wrong: 'openid-configuration' }],
  ])('says so where the sign-on %s, and lets a password in', async (_, mood) => {
    await company.behave(mood);
    const { status, text } = await begin();
    expect([status, text.includes('Met je wachtwoord kom je wel binnen')]).toEqual([503, true]);
    expect((await door.signIn(browser)).status).toBe(303);
    await company.behave();
    expect((await begin()).status).toBe(303);
  });

  it.each([
    ['is too slow', { delayMs: '600' }],
    ['answers nonsense', { wrong: 'token' }],
    ['does not tell who it was', { wrong: '/me' }],
  ])('says so where the sign-on %s when they come back', async (_, mood) => {
    await link({ email: 'noor@example.nl' });
    const back = await sentBack('noor');
    await company.behave(mood);
    expect((await browser.get(back)).status).toBe(503);
    expect(await door.isIn(browser)).toBe(false);
  });

  it('can be taken away, which signs them out everywhere', async () => {
    await link({ email: 'noor@example.nl' });
    await signOn('noor');
    await unlinkAccount(door.database, clock, noor);
    expect(await door.isIn(browser)).toBe(false);
    browser = door.browser();
    expect((await signOn('noor')).status).toBe(403);
  });

  it('is linked to one person only', async () => {
    await link({ email: 'noor@example.nl' });
    const account = { email: 'NOOR@example.nl' };
    const taken = linkAccount(door.database, clock, { ...noor, idOrName: 'colleague', account });
    await expect(taken).rejects.toThrow('linked to somebody else already');
    await expect(link({ email: 'noor' })).rejects.toThrow('no e-mail address');
  });

  it('stands in no log with who they are', () => {
    expect(JSON.stringify(door.running.logged)).not.toMatch(/noor|vera|code=|state=/i);
  });

  it('lets nobody in who has ended', async () => {
    await linkAccount(door.database, clock, {
      ...noor,
      idOrName: 'colleague',
      account: { email: 'vera@example.nl' },
    });
    await endPerson(door.database, clock, { role: 'agent', idOrName: 'colleague' });
    expect((await signOn('vera')).status).toBe(403);
  });
});

onEveryDatabaseTogether('a desk whose company has a sign-on that is away', (databases) => {
  let door: DeskDoor;
  beforeAll(async () => {
    const signOn = createSignOn({
      settings: { issuer: 'http://127.0.0.1:9', clientId: 'klopt', clientSecret: 'a secret of the tests' },
      callbackUrl: CALLBACK,
      timeoutMs: 400,
      clock: steeredClock(),
      log: createLog('silent', { write: () => undefined }),
    });
    door = await openDeskDoor(await databases.open(), { signOn });
  });
  afterAll(() => door.close());

  it('goes on by passwords, and says so', async () => {
    const browser = door.browser();
    const { status, text } = await browser.get('/desk/sign-on');
    expect([status, text.includes('Met je wachtwoord kom je wel binnen')]).toEqual([503, true]);
    expect((await door.signIn(browser)).status).toBe(303);
  });
});
