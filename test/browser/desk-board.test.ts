import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { migrate } from '../../src/database/migrate';
import type { Database } from '../../src/database/open-database';
import { openSqlite } from '../../src/database/sqlite';
import { type AtTheDesk, atTheDesk } from '../support/desk/at-the-desk';
import { launchBrowser } from '../support/driver/phone';
import { type DrivingService, startDriving } from '../support/driving-service';
import { addresses, type DeviceOf, type ShownShipment } from '../support/shipments-service';
import { steeredClock } from '../support/steered-clock';

/** A pixel that is no colour. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('the board', () => {
  let browser: Browser;
  let database: Database;
  let tiles: Server;
  let tilesAreThere: boolean;
  let asked: string[];
  let service: DrivingService;
  let desk: AtTheDesk;
  let route: { id: string };
  let device: DeviceOf;
  let parcel: ShownShipment;

  beforeAll(async () => {
    browser = await launchBrowser();
    database = openSqlite(':memory:');
    await migrate(database);
    tiles = createServer((request, response) => {
      asked.push(`${request.url ?? ''} from ${request.headers.referer ?? 'nowhere'}`);
      response
        .writeHead(tilesAreThere ? 200 : 404, { 'content-type': 'image/png' })
        .end(tilesAreThere ? PIXEL : '');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => tiles.once('listening', resolve));
    const { port } = tiles.address() as AddressInfo;
    const mapTilesUrl = `http://127.0.0.1:${port}/{z}/{x}/{y}.png`;
    service = await startDriving(database, { clock: steeredClock(), mapTilesUrl });
    parcel = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    ({ route, device } = await service.underWay(['farAway', parcel, 'elsewhere']));
  });
  afterAll(async () => {
    await browser.close();
    await service.close();
    await database.destroy();
    tiles.closeAllConnections();
    tiles.close();
  });
  beforeEach(async () => {
    [asked, tilesAreThere] = [[], true];
    desk = await atTheDesk(browser, service.url);
  });
  afterEach(async () => {
    expect(desk.errors).toEqual([]);
    await desk.close();
  });

  it('shows how far each route is, and does so at once', async () => {
    await desk.page.goto(`${service.url}/desk/board`);
    await desk.page.getByText('0 van 3').waitFor();
    const [first] = (await service.route(route.id)).stops;
    await service.report(device, { kind: 'completed', stopId: first?.id });
    await desk.page.getByText('1 van 3').waitFor();
  });

  it('leads from the queue to a route by keys, with what its driver has not answered marked', async () => {
    const { body } = await service.propose('agent', parcel.id, { address: addresses.right });
    await service.approveBy(body, 'same_route');
    await desk.page.goto(`${service.url}/desk/queue`);
    await desk.press('b');
    await desk.page.getByText('1 niet beantwoord').waitFor();
    await desk.press('Enter');
    await desk.page.getByText('Wacht op de bezorger: ander adres').waitFor();
  });

  it('hands out a code that a phone opens the route by, and takes it back', async () => {
    await desk.page.goto(`${service.url}/desk/routes/${route.id}`);
    const phones = () => desk.page.getByRole('button', { name: 'Trek in' }).count();
    const before = await phones();
    await desk.page.getByRole('button', { name: 'Nieuwe QR-code voor de bezorger' }).click();
    await desk.page.locator('svg.qr').waitFor();
    const url = (await desk.page.locator('main a[href*="/driver#"]').getAttribute('href')) ?? '';
    expect(url).toMatch(new RegExp(`/driver#${route.id}/klopt_device_`));
    await desk.page.getByRole('link', { name: 'Terug naar de rit' }).click();
    expect(await phones()).toBe(before + 1);
    await desk.page.getByRole('button', { name: 'Trek in' }).first().click();
    await desk.page.waitForURL(`**/desk/routes/${route.id}`);
    expect(await phones()).toBe(before);
  });

  it('lays a map over the drawing, whose server is told the area and nothing else', async () => {
    await desk.page.goto(`${service.url}/desk/routes/${route.id}`);
    await desk.page.locator('figure.map.has-tiles').waitFor();
    expect(await desk.page.locator('.tiled .sign.to_come').count()).toBeGreaterThan(0);
    expect(asked.length).toBeGreaterThan(0);
    for (const one of asked) expect(one).toMatch(/^\/\d+\/\d+\/\d+\.png from nowhere$/);
  });

  it('keeps the drawing where no tile comes', async () => {
    tilesAreThere = false;
    await desk.page.goto(`${service.url}/desk/routes/${route.id}`);
    await desk.page.locator('.tiled').waitFor({ state: 'attached' });
    expect(await desk.page.locator('figure.map.has-tiles').count()).toBe(0);
    expect(await desk.page.getByRole('img', { name: /Kaart/ }).isVisible()).toBe(true);
  });
});
