import type { Browser } from 'playwright-core';
import { anAddress, aParcel, aRoute, aStop } from '../support/driver/a-route';
import { launchBrowser, takePhone, type Phone } from '../support/driver/phone';
import { startStandIn, type StandIn } from '../support/driver/stand-in';

const window = { from: '2026-11-27T12:28:00Z', until: '2026-11-27T13:28:00Z', state: 'promised' } as const;
const longest = { ...anAddress('Burgemeester Van Tilstraat', 99999), houseNumberAddition: 'A-1234' };

/** A route that is as hard to fit as can be. */
function aHardRoute() {
  const stops = [1, 2, 3, 4, 5].map((number) => aStop(`stp_${number}`, number === 1 ? {} : { window }));
  const note =
    'Bel twee keer aan, want de bel doet het niet altijd. Hondennaam: Lieveheersbeestjesverzamelaar.';
  const name = 'Van der Wolkenhemelberg-Achternaamsverlenging';
  const parcels = stops.map(({ shipmentIds: [id = ''] }) => aParcel(id, { name, note }));
  return aRoute([aStop('stp_0', { address: longest }), ...stops], { state: 'planned', parcels });
}

describe.each(['light', 'dark'])("the driver's page on a 360-pixel screen, %s", (theme) => {
  let browser: Browser;
  let standIn: StandIn;
  let phone: Phone;
  const seen: Record<string, string[]> = {};

  beforeAll(async () => {
    browser = await launchBrowser();
    standIn = await startStandIn(aHardRoute());
    phone = await takePhone(browser, theme === 'dark' ? { locale: 'en-GB' } : {});
  });
  afterAll(async () => {
    await browser.close();
    await standIn.close();
  });

  const look = async (state: string) => {
    seen[state] = [...(await phone.violations()), ...(await phone.misfits())];
  };
  const words =
    theme === 'dark'
      ? { connected: 'Connected', menu: 'Menu', theme: 'Dark screen', close: 'Close' }
      : { connected: 'Verbonden', menu: 'Menu', theme: 'Donker scherm', close: 'Sluiten' };

  it('breaks no rule of accessibility, fits, and has nothing that a thumb would miss, whatever it shows', async () => {
    const { page } = phone;
    await page.goto(`${standIn.url}/driver`);
    await look('without a code');
    await page.goto('about:blank');
    await page.goto(standIn.link);
    await phone.reads(words.connected);
    await phone.tap(words.menu);
    await look('menu');
    if (theme === 'dark') await phone.tap(words.theme);
    await phone.tap(words.close);
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    await look('planned');
    const next = () => phone.tapOn('.bar .main');
    await next();
    await look('under way');
    await phone.tapOn('.list .row');
    await look('a stop of the list opened');
    await next();
    await look('arrived, can be undone');
    await next();
    await phone.tapOn('summary');
    await look('delivered');
    await phone.tapOn('.bar .less');
    await look('why it failed');
    await phone.tapOn('.choices .button');
    await look('failed');
    standIn.service.redirect('shp_4', aStop('stp_44', { address: longest, window }), 2);
    standIn.service.ask(
      'Kunt u nog vóór 14:30 langs bij de achterdeur van de Burgemeester Van Tilstraat?',
      'shp_5',
    );
    standIn.service.takeBack('shp_3');
    await page.locator('.instruction').waitFor();
    await look('a new address');
    await phone.tapOn('.bar .less');
    await look('why it cannot be done');
    await phone.tapOn('.besides .button');
    await next();
    await look('a question');
    await next();
    await look('take back');
    await next();
    await phone.isKept();
    await phone.context.setOffline(true);
    await page.locator('.not-live[data-shown]').waitFor();
    await next();
    await look('not live');
    await phone.context.setOffline(false);
    await phone.reads(words.connected);
    standIn.revoke(true);
    await page.locator('.notice').waitFor();
    await look('revoked');
    expect(Object.entries(seen).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
    expect(phone.errors).toEqual([]);
  }, 30_000);
});
