import type { BrowserLike } from '../support/browser-like';
import { FROM_HERE } from '../support/browser-like';
import { onEveryDatabaseTogether } from '../support/databases';
import { type DeskDoor, openDeskDoor } from '../support/desk/desk-door';

const MINUTE_MS = 60_000;
const CASE = '/desk/cases/snd_01ARZ3NDEKTSV4RRFFQ69G5FAV/correct';
const TYPED = {
  key: 'key-of-a-form-0000',
  shipmentVersion: '3',
  'address.street': 'Rue de l\'"Étoile" & <b>Co</b>',
  'address.houseNumber': '12',
  'address.city': 'twee\r\nregels',
};

onEveryDatabaseTogether('what is typed while a session ends', (databases) => {
  let door: DeskDoor;
  let browser: BrowserLike;
  beforeAll(async () => (door = await openDeskDoor(await databases.open())));
  afterAll(() => door.close());
  beforeEach(async () => {
    await door.forget();
    browser = door.browser();
    await door.signIn(browser);
    await browser.get('/desk/account');
  });

  const end = () => door.clock.advance(30 * MINUTE_MS);
  const send = (form: Readonly<Record<string, string>> = TYPED, by = browser) => by.post(CASE, form);
  const decoded = (html: string) =>
    html
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  /** What the page carries to the next. */
  const keptIn = (text: string) => decoded(/name="kept" value="([^"]*)"/.exec(text)?.[1] ?? '');
  /** What the one button of the page would send. */
  const formIn = (text: string, path: string) => {
    const form = new RegExp(`action="${path}">(.*?)</form>`, 's').exec(text)?.[1] ?? '';
    const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, decoded(value)]));
  };
  const signIn = (kept: string, as = {}) =>
    browser.post('/desk/sign-in', { name: 'agent', password: door.password, kept, ...as });

  it('is carried by the page of signing in, and shown after it with one button that sends it again', async () => {
    end();
    const asked = await send();
    expect([asked.status, asked.text.includes('action="/desk/sign-in"')]).toEqual([401, true]);
    const shown = await signIn(keptIn(asked.text));
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("Rue de l'&quot;Étoile&quot; &amp; &lt;b>Co&lt;/b>");
    const { formToken = '', ...form } = formIn(shown.text, CASE);
    expect(form).toEqual(TYPED);
    expect((await browser.post(CASE, { ...form, formToken })).status).toBe(404);
  });

  it('is carried past a wrong password, a mistake, and a second factor', async () => {
    const { codeNow } = await door.turnOn(browser);
    end();
    let kept = keptIn((await send()).text);
    kept = keptIn((await signIn(kept, { password: 'not the password' })).text);
    expect(formIn((await signIn(kept, { name: '' })).text, CASE)).toMatchObject(TYPED);
    const asked = await signIn(kept);
    expect(asked.text).toContain('action="/desk/sign-in/code"');
    const wrong = await browser.post('/desk/sign-in/code', { code: '000000', kept: keptIn(asked.text) });
    const shown = await browser.post('/desk/sign-in/code', { code: codeNow(), kept: keptIn(wrong.text) });
    expect(formIn(shown.text, CASE)).toMatchObject(TYPED);
  });

  it('is carried past setting up a second factor that is required', async () => {
    await door.database('people').where({ id: 'per_agent' }).update({ second_factor_required_at: 1 });
    end();
    const asked = await signIn(keptIn((await send()).text));
    expect(asked.text).toContain('action="/desk/second-factor"');
    expect(JSON.parse(keptIn(asked.text))).toMatchObject({ path: CASE });
  });

  it('is there too when somebody signed in anew in another tab, and is refused until they send it again', async () => {
    end();
    const old = { ...TYPED, formToken: 'of the session before' };
    await door.signIn(browser);
    const refused = await send(old);
    expect(refused.status).toBe(403);
    expect(formIn(refused.text, CASE)).toMatchObject(TYPED);
  });

  it('is not lost in a page of signing in that was open while another tab signed in', async () => {
    end();
    const kept = keptIn((await send()).text);
    await door.signIn(browser);
    const late = await signIn(kept, { formToken: 'of before' });
    expect(late.status).toBe(403);
    expect(formIn(late.text, CASE)).toMatchObject(TYPED);
    expect(late.text).not.toContain(door.password);
  });

  it('comes along from a browser that was closed, and knows no session any more', async () => {
    const fresh = door.browser();
    const asked = await send(TYPED, fresh);
    expect([asked.status, fresh.cookie('klopt_session')?.length]).toEqual([401, 43]);
    const kept = keptIn(asked.text);
    const shown = await fresh.post('/desk/sign-in', { name: 'agent', password: door.password, kept });
    expect(formIn(shown.text, CASE)).toMatchObject(TYPED);
  });

  it.each([
    ['of nowhere in the desk', '/v1/shipments'],
    ['of another site', 'https://evil.example/desk/queue'],
    ['of no form', '/desk/account'],
    ['of a password', '/desk/account/password'],
    ['of signing in', '/desk/sign-in'],
    ['beyond a case', '/desk/cases/../account/password/correct'],
  ])('is nothing %s', async (_, path) => {
    end();
    await browser.get('/desk/sign-in');
    const shown = await signIn(JSON.stringify({ path, fields: [['text', 'x']] }));
    expect([shown.status, shown.location]).toEqual([303, '/desk']);
  });

  it.each(['{', '[]', '{"path":"/desk/queue","fields":[["a"]]}', 'null'])(
    'is nothing where it is no form: %s',
    async (kept) => {
      end();
      await browser.get('/desk/sign-in');
      expect((await signIn(kept)).location).toBe('/desk');
    },
  );

  it('is nothing that another site had the browser send', async () => {
    end();
    expect((await browser.post(CASE, TYPED, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('is as long as any form, and no longer', async () => {
    end();
    expect((await send({ ...TYPED, 'address.street': 'x'.repeat(70_000) })).status).toBe(413);
  });

  it('keeps no password and no code', async () => {
    end();
    const asked = await browser.post('/desk/account/password', { present: 'a', password: 'b', again: 'b' });
    expect([asked.status, asked.location]).toEqual([303, '/desk/sign-in?next=%2Fdesk']);
  });

  it('stands in no log', () => {
    expect(JSON.stringify(door.running.logged)).not.toMatch(/Étoile|regels/);
  });

  describe('in a page that renews itself', () => {
    const RENEWING = { 'hx-request': 'true', 'klopt-renewal': 'yes' };

    it.each([
      ['a list that renews itself', RENEWING],
      ['a stream of events', { accept: 'text/event-stream' }],
    ])('does not keep a session alive: %s', async (_, headers) => {
      for (let minutes = 0; minutes < 29; minutes += 1) {
        door.clock.advance(MINUTE_MS);
        expect((await browser.get('/desk/queue', headers)).status).toBe(200);
      }
      door.clock.advance(MINUTE_MS);
      expect(await door.isIn(browser)).toBe(false);
    });

    it('is left as it is: the answer is 401 and nothing to put there', async () => {
      end();
      for (const headers of [RENEWING, { 'hx-request': 'true' }, { accept: 'text/event-stream' }]) {
        const { status, text, location } = await browser.get('/desk/queue', headers);
        expect([status, text, location]).toEqual([401, '', null]);
      }
      const { status, text } = await browser.post(
        '/desk/queue',
        { text: 'Vera' },
        { ...FROM_HERE, ...RENEWING },
      );
      expect([status, text]).toEqual([401, '']);
    });

    it('goes on when somebody does something', async () => {
      for (let minutes = 0; minutes < 60; minutes += 20) {
        door.clock.advance(20 * MINUTE_MS);
        await browser.get('/desk/queue', { 'hx-request': 'true' });
      }
      expect(await door.isIn(browser)).toBe(true);
    });
  });
});
