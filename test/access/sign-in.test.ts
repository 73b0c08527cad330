import { issuePassword } from '../../src/access/set-password';
import { createPageGround } from '../../src/access/page-ground-pages';
import { formTokenOf } from '../../src/http/pages';
import { BrowserLike, FROM_HERE } from '../support/browser-like';
import { onEveryDatabaseTogether } from '../support/databases';
import { addPeople } from '../support/people';
import { people, type Running, startApp } from '../support/start-app';
import { steeredClock } from '../support/steered-clock';

const MINUTE_MS = 60_000;

onEveryDatabaseTogether('signing in to the desk', (databases) => {
  const clock = steeredClock();
  let running: Running;
  let password: string;
  let browser: BrowserLike;
  beforeAll(async () => {
    const database = await databases.open();
    await addPeople(database, people);
    const pages = createPageGround({ database, clock, signOn: null });
    running = await startApp({ database, clock, pages });
    ({ password } = await issuePassword(database, clock, { role: 'agent', idOrName: 'agent' }));
  });
  afterAll(() => running.close());
  beforeEach(() => {
    browser = new BrowserLike(running);
    // What failed before no longer counts.
    clock.advance(2 * 60 * MINUTE_MS);
  });

  async function signIn(as: object = {}, headers?: Readonly<Record<string, string>>) {
    await browser.get('/desk/sign-in?next=%2Fdesk%2Fqueue%3Fdepot%3DZLV');
    return browser.post('/desk/sign-in', { name: 'agent', password, next: '/desk/queue', ...as }, headers);
  }
  const isIn = async () => (await browser.get('/desk')).location === '/desk/queue';

  it('leads whoever is not to where they do, and then to where they wanted to go', async () => {
    const asked = await browser.get('/desk?from=mail');
    expect([asked.status, asked.location]).toEqual([303, '/desk/sign-in?next=%2Fdesk%3Ffrom%3Dmail']);
    const done = await signIn();
    expect([done.status, done.location]).toEqual([303, '/desk/queue']);
    expect(await isIn()).toBe(true);
  });

  it('is by the name in any case, and the very password', async () => {
    expect((await signIn({ name: ' AGENT ' })).status).toBe(303);
    browser = new BrowserLike(running);
    const refused = await signIn({ password: password.toUpperCase() });
    expect(refused.status).toBe(401);
    expect(refused.text).toContain('horen niet bij elkaar');
    expect(refused.text).toContain('value="agent"');
    expect(refused.text).not.toContain(password.toUpperCase());
    expect(await isIn()).toBe(false);
  });

  it.each(['supervisor', 'planner', 'nobody at all'])('is refused in the same words for %s', async (name) => {
    const own = (await signIn({ password: 'not the password' })).text;
    browser = new BrowserLike(running);
    const other = await signIn({ name, password: 'not the password' });
    const comparable = (text: string) => text.replace(/value="[^"]*"/g, '');
    expect(comparable(other.text)).toBe(comparable(own));
  });

  it('takes longer after every failure, right password or not', async () => {
    for (let failed = 0; failed < 3; failed++) await signIn({ password: 'not the password' });
    clock.advance(1_000);
    await signIn({ password: 'not the password' });
    const late = await signIn();
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '2']);
    clock.advance(2_000);
    expect((await signIn()).status).toBe(303);
  });

  it('keeps nothing by which a name or a password can be read', async () => {
    const database = await databases.open();
    await signIn({ name: 'Somebody', password: 'something secret' });
    const kept = JSON.stringify([await database('sign_in_failures'), await database('sessions')]);
    expect(kept).not.toMatch(/Somebody|something secret/);
  });

  it('is over after half an hour untouched, and after ten hours', async () => {
    await signIn();
    for (let minutes = 0; minutes < 570; minutes += 29) {
      clock.advance(29 * MINUTE_MS);
      expect(await isIn()).toBe(true);
    }
    clock.advance(30 * MINUTE_MS);
    expect(await isIn()).toBe(false);
    browser = new BrowserLike(running);
    await signIn();
    clock.advance(30 * MINUTE_MS);
    expect(await isIn()).toBe(false);
  });

  it('ends by signing out here, or everywhere', async () => {
    await signIn();
    const elsewhere = browser;
    browser = new BrowserLike(running);
    await signIn();
    await browser.get('/desk/sign-in');
    expect((await signOut({})).location).toBe('/desk/sign-in');
    expect(await isIn()).toBe(false);
    browser = elsewhere;
    expect(await isIn()).toBe(true);
    await signIn();
    await signOut({ everywhere: 'yes' });
    expect(await isIn()).toBe(false);
    browser = elsewhere;
    expect(await isIn()).toBe(false);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['nobody who says', {}],
  ])('is refused to a form of %s', async (_, headers) => {
    expect((await signIn({}, headers)).status).toBe(403);
    expect((await signIn({ formToken: '' })).status).toBe(403);
    expect((await signIn({ formToken: 'another' }, FROM_HERE)).status).toBe(403);
    expect(await isIn()).toBe(false);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/v1/shipments',
    '/desk.evil.example',
    '/desk/漢',
    '/desk/\r\nX: y',
  ])('leads to the desk in place of %s', async (next) => {
    expect((await signIn({ next })).location).toBe('/desk');
  });

  it.each([{ name: 'a\0b' }, { password: '\0' }])('is refused for what nobody types: %j', async (as) => {
    expect((await signIn(as)).status).toBe(400);
  });

  it('says every mistake at once, in the language that was chosen', async () => {
    await browser.get('/desk/sign-in');
    await browser.post('/desk/language', { language: 'en' });
    const refused = await browser.post('/desk/sign-in', { next: '/desk' });
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/Name:.*<code>password:<\/code>/s);
  });

  function signOut(form: Readonly<Record<string, string>>) {
    return browser.post('/desk/sign-out', { formToken: '', ...form, ...tokenOf() });
  }
  function tokenOf(): Record<string, string> {
    return { formToken: formTokenOf(browser.cookie('klopt_session')) };
  }
});
