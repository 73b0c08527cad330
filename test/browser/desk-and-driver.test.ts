import type { Browser } from 'playwright-core';
import { onEveryDatabaseTogether } from '../support/databases';
import type { AtTheDesk } from '../support/desk/at-the-desk';
import { type TheStory, theStory } from '../support/desk/the-story';
import { launchBrowser, type Phone } from '../support/driver/phone';

/** From opening the queue to the acknowledgement seen at the desk. */
const MOST_STROKES = 8;
const MOST_MS_TO_THE_PHONE = 2_000;

interface Hands {
  open(desk: AtTheDesk): Promise<void>;
  approve(desk: AtTheDesk): Promise<void>;
  /** What it takes to see what became of it. */
  look(desk: AtTheDesk): Promise<unknown>;
}

const herCase = ({ page }: AtTheDesk) => page.getByRole('link', { name: /^Lindelaan 12/ }).first();
const approval = ({ page }: AtTheDesk) => page.getByRole('button', { name: 'Keur goed' }).first();
const live = () => Promise.resolve();

const byKeys: Hands = {
  open: async (desk) => {
    await herCase(desk).waitFor();
    await desk.press('Enter');
  },
  approve: (desk) => desk.press('a'),
  look: live,
};
const byClicks: Hands = {
  open: (desk) => desk.click(herCase(desk)),
  approve: (desk) => desk.click(approval(desk)),
  look: live,
};
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

onEveryDatabaseTogether('a mixed address, from the mail to the window that is promised', (databases) => {
  let browser: Browser;
  let story: TheStory;
  let desk: AtTheDesk;
  let phone: Phone;

  beforeAll(async () => {
    browser = await launchBrowser();
    story = await theStory(browser, await databases.open());
  });
  afterAll(async () => {
    await browser.close();
    await story.close();
  });
  afterEach(async () => {
    expect([desk.errors, phone.errors]).toEqual([[], []]);
    await desk.close();
    await phone.context.close();
  });

  /** Both mixes, each part for what it is, and the one address that is meant. */
  const seesBothMixes = async ({ page }: AtTheDesk) => {
    await page.getByRole('heading', { name: 'Welk adres wordt bedoeld?' }).waitFor();
    const stale = (within: string) => page.locator(`${within} .stale dd`).allTextContents();
    expect((await stale('.entry .typed')).join()).toMatch(/^Kerkstraat ✗/);
    expect((await stale('.entry .ordered')).join()).toMatch(/^8951 AB ✗/);
    expect(await page.locator('.candidates .chosen').innerText()).toMatch(/Lindelaan 12 8962 KL/);
    expect(await page.locator('#live').innerText()).toMatch(/In de bus, rit R-\d+/);
  };

  const promisesAWindow = async ({ page }: AtTheDesk) => {
    const text = page.locator('#customer-text');
    await text.getByText(/tussen \d\d:\d\d en \d\d:\d\d/).waitFor();
    expect(await text.innerText()).toMatch(/^Beste Vera/);
  };

  it.each([
    ['by keys alone', byKeys, {}],
    ['by clicks, on a phone of 360 pixels', byClicks, PHONE],
    [
      'without scripts',
      { ...byClicks, look: ({ page }: AtTheDesk) => page.reload() },
      { javaScriptEnabled: false },
    ],
  ])('is put right in a few strokes, and answered by the driver: %s', async (_, hands, options) => {
    const morning = await story.untilThisMorning();
    phone = morning.phone;
    desk = await story.desk(options);
    await desk.page.goto(`${story.service.url}/desk`);
    await hands.open(desk);
    await seesBothMixes(desk);
    expect(await desk.page.locator('#customer-text').innerText()).not.toMatch(/tussen \d\d:\d\d/);

    await hands.approve(desk);
    const approvedMs = performance.now();
    await phone.reads('Nieuw adres');
    expect(performance.now() - approvedMs).toBeLessThan(MOST_MS_TO_THE_PHONE);
    await phone.reads(/^Lindelaan.12$/);
    await desk.page.locator('.instruction').waitFor();
    expect(await desk.page.locator('.instruction.acknowledged').count()).toBe(0);

    await phone.tap('Gezien');
    await phone.reads(/\d\d:\d\d – \d\d:\d\d beloofd/);
    await hands.look(desk);
    await desk.page.locator('.instruction.acknowledged').waitFor();
    await promisesAWindow(desk);
    expect(desk.strokes()).toBeLessThanOrEqual(MOST_STROKES);
    const { stops } = await story.service.route(morning.routeId);
    expect(stops.map(({ address }) => [address.street, address.postcode])).toContainEqual([
      'Lindelaan',
      '8962KL',
    ]);
  });
});
