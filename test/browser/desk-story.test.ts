import type { Browser } from 'playwright-core';
import { type AtTheDesk, atTheDesk } from '../support/desk/at-the-desk';
import { until } from '../support/desk/the-story';
import { launchBrowser } from '../support/driver/phone';
import { type DrivingService, startDriving } from '../support/driving-service';
import { onEveryDatabaseTogether } from '../support/databases';
import { addresses, type DeviceOf, type ShownShipment } from '../support/shipments-service';
import { steeredClock } from '../support/steered-clock';

/** From opening the queue to the acknowledgement seen at the desk. */
const MOST_STROKES = 8;
const MOST_MS_TO_THE_PHONE = 2_000;

onEveryDatabaseTogether("an agent's morning", (databases) => {
  let browser: Browser;
  let service: DrivingService;
  let desk: AtTheDesk;
  let parcel: ShownShipment;
  let device: DeviceOf;
  let routeId: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    service = await startDriving(await databases.open(), { clock: steeredClock() });
  });
  afterAll(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(async () => {
    expect(desk.errors).toEqual([]);
    expect(desk.asked.filter((url) => !url.startsWith(service.url) && !url.startsWith('data:'))).toEqual([]);
    await desk.close();
  });

  /** Vera's parcel is in the van to her old address; what she mailed in the evening is mixed the other way round. */
  async function mailedInTheEvening() {
    const customerReference = `vera-${Math.random()}`;
    parcel = (await service.order({ address: addresses.old, depot: 'ZLV', customerReference })).body;
    const { route, device: phone } = await service.underWay(['farAway', parcel, 'elsewhere']);
    [device, routeId] = [phone, route.id];
    await service.propose('agent', parcel.id, { address: addresses.mixed, source: 'email' });
  }
  const pushed = async () => (await service.route(routeId)).instructions[0];
  it('is a few keys: from the queue to the acknowledgement, without a mouse', async () => {
    await mailedInTheEvening();
    desk = await atTheDesk(browser, service.url);
    await desk.page.goto(`${service.url}/desk`);
    await desk.page.getByRole('link', { name: /Kerkstraat 8/ }).waitFor();
    await desk.press('Enter');
    await desk.page.getByRole('heading', { name: 'Welk adres wordt bedoeld?' }).waitFor();
    expect(await desk.page.locator('.parts .stale').count()).toBeGreaterThan(0);
    await desk.press('a');
    const approvedMs = performance.now();
    await until(async () => (await pushed()) !== undefined);
    expect(performance.now() - approvedMs).toBeLessThan(MOST_MS_TO_THE_PHONE);
    await desk.page.getByRole('heading', { name: 'Bij de bezorger' }).waitFor();
    await service.report(device, { kind: 'acknowledged', instructionId: (await pushed())?.id });
    await desk.page.locator('.instruction.acknowledged').waitFor();
    expect(await desk.page.locator('#customer-text').innerText()).toMatch(/Beste Vera/);
    expect(desk.strokes()).toBeLessThanOrEqual(MOST_STROKES);
    expect((await service.route(routeId)).stops.map(({ address }) => address.street)).toContain('Lindelaan');
  });

  it('goes as well without scripts', async () => {
    await mailedInTheEvening();
    desk = await atTheDesk(browser, service.url, { javaScriptEnabled: false });
    await desk.page.goto(`${service.url}/desk/cases/${parcel.id}`);
    await desk.page.getByRole('button', { name: 'Keur goed' }).first().click();
    await desk.page.getByRole('heading', { name: 'Bij de bezorger' }).waitFor();
    expect((await pushed())?.kind).toBe('redirect');
    await desk.page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await until(async () => (await pushed()) === undefined);
  });

  it('finds another address as it is typed, checks it, and proposes it: by keys alone', async () => {
    parcel = (await service.order({ address: addresses.mixed, depot: 'ZLV' })).body;
    desk = await atTheDesk(browser, service.url);
    await desk.page.goto(`${service.url}/desk/cases/${parcel.id}`);
    await desk.press('o');
    await desk.page.keyboard.type('lindel 12', { delay: 40 });
    await desk.page
      .getByRole('option', { name: /Lindelaan 12/ })
      .first()
      .waitFor();
    await desk.press('ArrowDown');
    await desk.press('Enter');
    expect(await desk.page.getByLabel('Straat', { exact: true }).inputValue()).toBe('Lindelaan');
    await desk.page.getByText('Dit adres bestaat, en alles past bij elkaar.').waitFor();
    await desk.page.getByLabel('Postcode', { exact: true }).fill('8951AB');
    await desk.page.locator('#verdict li').first().waitFor();
    await desk.page.getByLabel('Postcode', { exact: true }).fill('8962KL');
    await desk.page.getByText('Dit adres bestaat, en alles past bij elkaar.').waitFor();
    await desk.press('Enter');
    await desk.page.getByRole('heading', { name: 'Correctie die geldt' }).waitFor();
    expect((await service.shipment(parcel.id)).address?.street).toBe('Lindelaan');
  });

  it('tells of what someone else did meanwhile, in words, and does nothing', async () => {
    await mailedInTheEvening();
    desk = await atTheDesk(browser, service.url);
    await desk.page.goto(`${service.url}/desk/cases/${parcel.id}`);
    await service.report(device, { kind: 'arrived', stopId: (await service.route(routeId)).stops[0]?.id });
    await desk.press('a');
    await desk.page.getByRole('alert').getByText('De route is intussen verder.').waitFor();
    expect(await pushed()).toBeUndefined();
  });
});
