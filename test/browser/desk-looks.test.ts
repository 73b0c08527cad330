import type { Browser, Page } from 'playwright-core';
import type { Endpoint } from '../../src/http/endpoint';
import { formTokenOf } from '../../src/http/pages';
import { type ADay, aDay } from '../support/desk/a-day';
import { type AtTheDesk, atTheDesk } from '../support/desk/at-the-desk';
import { AT_THE_DOOR, flaws, LOOKS } from '../support/desk/looks';
import { launchBrowser } from '../support/driver/phone';

/**
 * Someone who looks at the page of an operation, or sends its form, in which `{held}` is a shipment that is held; or types into a
 * field of a case until its answer is shown, for what is a part of that page.
 */
interface Look {
  who: string;
  query?: string;
  ids?: Record<string, string>;
  form?: Record<string, string>;
  /** What is shown is that it was refused. */
  isRefused?: true;
  types?: readonly [field: string, text: string, answer: string];
  /** What the picture is called. */
  picture?: string;
}

const KEY = 'key-of-a-form-';
const person = { role: 'agent', name: 'Bram', depot: 'ZLV' };
const entry = { 'address.street': 'Lindelaan', 'address.houseNumber': '12', 'address.postcode': '8951 AB' };

/** A look at every page that there is, and at what forms answer that lead nowhere else. */
const PAGES: Readonly<Record<string, readonly Look[]>> = {
  showQueue: [
    { who: 'agent', picture: 'desk-queue' },
    { who: 'agent', query: '?reason=route_overdue' },
    { who: 'supervisor', picture: 'desk-queue-supervisor' },
  ],
  searchQueue: [{ who: 'agent', form: { text: 'Vera' } }],
  releaseQueued: [
    { who: 'supervisor', form: { key: `${KEY}0001`, shipmentIds: '{held}', reason: 'vals alarm' } },
  ],
  showCase: [
    { who: 'agent', picture: 'desk-case' },
    { who: 'agent', ids: { shipmentId: 'snd_none' }, isRefused: true },
  ],
  correctCase: [
    {
      who: 'agent',
      form: { key: 'short', ...entry, 'address.city': 'x'.repeat(201) },
      isRefused: true,
      picture: 'desk-refused',
    },
  ],
  suggestAtDesk: [{ who: 'agent', types: ['[data-suggests]', 'linde', '#suggested li'] }],
  checkTyped: [{ who: 'agent', types: ['[name="address.postcode"]', '8951 AB', '#verdict li, #verdict p'] }],
  showBoard: [{ who: 'agent', picture: 'desk-board' }],
  showRoute: [{ who: 'agent', picture: 'desk-route' }],
  handOutDevice: [{ who: 'agent', picture: 'desk-code' }],
  showPeople: [{ who: 'supervisor', picture: 'upkeep-people' }, { who: 'lead' }],
  showPerson: [
    { who: 'supervisor', picture: 'upkeep-person' },
    { who: 'supervisor', ids: { personId: 'per_supervisor' } },
  ],
  addPerson: [{ who: 'supervisor', form: person }],
  renewPassword: [{ who: 'supervisor', form: {} }],
  addPersonToken: [{ who: 'supervisor', form: {}, ids: { personId: 'per_colleague' } }],
  showShops: [{ who: 'supervisor' }, { who: 'lead', isRefused: true }],
  addShop: [{ who: 'supervisor', form: { shopName: 'Voorbeeld', kind: 'secret', mode: 'live' } }],
  showShop: [{ who: 'supervisor' }],
  addShopKey: [{ who: 'supervisor', form: { kind: 'secret', mode: 'test' } }],
  showAmendments: [{ who: 'supervisor' }],
  addAmendment: [
    { who: 'supervisor', form: { key: `${KEY}0002`, 'amendment.kind': 'street' }, isRefused: true },
  ],
  showAudit: [
    { who: 'supervisor', picture: 'upkeep-audit' },
    { who: 'supervisor', query: '?subject=snd_none' },
  ],
  verifyAudit: [{ who: 'supervisor', form: {} }],
};

/** Those that documentation shows. */
const SHOWN = ['desk-queue', 'desk-case', 'desk-board', 'desk-route', 'upkeep-people', 'upkeep-audit'];

const answersHtml = ({ responses }: Endpoint) =>
  Object.values(responses).some(({ contentType }) => contentType?.startsWith('text/html') === true);

/** As a form of the page that is open would be sent. */
const SEND = `([path, fields]) => {
  const form = Object.assign(document.createElement('form'), { method: 'post', action: path });
  for (const [name, value] of Object.entries(fields))
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  document.body.append(form);
  form.submit();
}`;

/** Some forty pages, of which each takes accessibility's rules a fifth of a second on a quiet machine. */
const LOOKING_MS = 90_000;

describe('every page of the desk', () => {
  let browser: Browser;
  let day: ADay;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  // What is sent can be sent once a day.
  beforeEach(async () => {
    day = await aDay();
  });
  afterEach(() => day.close());

  const endpointOf = (operationId: string) => {
    const found = day.service.app.endpoints.find((one) => one.operationId === operationId);
    if (found === undefined) throw new Error(`There is no page ${operationId}`);
    return found;
  };

  const type = async (desk: AtTheDesk, [field, text, answer]: NonNullable<Look['types']>) => {
    await show(desk, 'showCase', { who: 'agent' });
    await desk.press('o');
    // As a hand types: a page that was renewed this moment takes 20 ms until it listens.
    await desk.page.locator(field).pressSequentially(text, { delay: 40 });
    await desk.page.locator(answer).first().waitFor();
  };

  const show = async (desk: AtTheDesk, operationId: string, look: Look): Promise<void> => {
    const { who, query = '', ids, form, types } = look;
    const { page } = desk;
    if (types !== undefined) {
      await type(desk, types);
      return;
    }
    const known: Record<string, string> = { ...day.ids, ...ids };
    const { path, method } = endpointOf(operationId);
    const to = path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
    if (method === 'get') {
      await page.goto(day.service.url + to + query);
      return;
    }
    const fields = Object.entries({ ...form, formToken: formTokenOf(who) });
    const sent = Object.fromEntries(
      fields.map(([name, value]) => [name, value.replace('{held}', day.held.id)]),
    );
    await Promise.all([page.waitForEvent('load'), page.evaluate(`(${SEND})(${JSON.stringify([to, sent])})`)]);
  };

  /** The pictures of the documentation are made anew with KLOPT_SCREENSHOTS=docs/images; all there are into KLOPT_SCREENSHOTS_ALL. */
  const keep = async (page: Page, picture: string | undefined, look: string) => {
    const { KLOPT_SCREENSHOTS: folder, KLOPT_SCREENSHOTS_ALL: all } = process.env;
    if (picture === undefined) return;
    if (folder !== undefined && look === 'nl-NL-light-1280' && SHOWN.includes(picture))
      await page.screenshot({ path: `${folder}/${picture}.png`, fullPage: picture !== 'upkeep-audit' });
    if (all !== undefined) await page.screenshot({ path: `${all}/${picture}-${look}.png`, fullPage: true });
  };

  const isRefused = async (page: Page) => (await page.locator('[role=alert] > h1').count()) > 0;

  it('is looked at: each that is mounted and answers a page is in this table, or at the door', () => {
    const mounted = day.service.app.endpoints.filter((one) => one.page === true && answersHtml(one));
    const looked = new Set([...Object.keys(PAGES), ...Object.keys(AT_THE_DOOR)]);
    expect(mounted.map(({ operationId }) => operationId).filter((one) => !looked.has(one))).toEqual([]);
  });

  it.each(LOOKS)(
    'breaks no rule of accessibility, fits, and can be touched: %s, %s, %d pixels',
    async (locale, colorScheme, width) => {
      const looks = { locale, colorScheme, viewport: { width, height: 800 } };
      const desks: Record<string, AtTheDesk> = {};
      for (const who of ['agent', 'supervisor', 'lead']) {
        const desk = await atTheDesk(browser, day.service.url, { ...looks, who });
        // What counts down counts from the service's time.
        await desk.page.clock.setFixedTime(day.service.clock.nowMs());
        await desk.page.goto(`${day.service.url}/desk/assets/none`);
        desks[who] = desk;
      }
      for (const [operationId, all] of Object.entries(PAGES))
        for (const look of all) {
          const desk = desks[look.who]!;
          await show(desk, operationId, look);
          await keep(desk.page, look.picture, `${locale}-${colorScheme}-${width}`);
          expect([operationId, await isRefused(desk.page)]).toEqual([operationId, look.isRefused === true]);
          expect([operationId, look, await flaws(desk.page)]).toEqual([operationId, look, []]);
        }
      const { agent } = desks;
      await show(agent!, 'showQueue', { who: 'agent' });
      await agent!.page.keyboard.press('?');
      await agent!.page.getByRole('dialog').waitFor();
      expect(await flaws(agent!.page)).toEqual([]);
      for (const desk of Object.values(desks)) {
        expect(desk.errors).toEqual([]);
        await desk.close();
      }
    },
    LOOKING_MS,
  );
});
