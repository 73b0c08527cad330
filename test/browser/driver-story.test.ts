import type { Browser } from 'playwright-core';
import { createAccess, type Access } from '../../src/access/create-access';
import { createLog } from '../../src/log';
import { onEveryDatabase } from '../support/databases';
import { launchBrowser, takePhone, type Phone } from '../support/driver/phone';
import { startDriving, type DrivingService } from '../support/driving-service';
import { addresses, type ShownShipment } from '../support/shipments-service';
import { authenticateCast } from '../support/start-app';
import { steeredClock } from '../support/steered-clock';

onEveryDatabase("the story on the driver's page", (databases) => {
  let browser: Browser;
  let service: DrivingService;
  let access: Access;
  let phone: Phone;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    const database = await databases.open();
    const clock = steeredClock();
    access = await createAccess({ database, clock, log: createLog('silent') });
    const { authenticate } = access;
    service = await startDriving(database, {
      clock,
      authenticate: (given) =>
        given.authorization?.startsWith('Bearer klopt_') === true
          ? authenticate(given)
          : authenticateCast(given),
    });
    phone = await takePhone(browser);
    await phone.page.clock.install({ time: clock.now() });
  });
  afterEach(async () => {
    expect(phone.errors).toEqual([]);
    await phone.context.close();
    await service.close();
    await access.close();
  });

  /** Opens the page as the QR code would, for a route of a parcel to her old address between two others. */
  async function openRoute() {
    const parcel = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    const route = await service.planRoute(['farAway', parcel, 'elsewhere']);
    const path = `/v1/routes/${route.id}/device-tokens`;
    const { url } = (await service.write<{ url: string }>('planner', path)).body;
    await phone.page.goto(service.url + new URL(url).pathname + new URL(url).hash);
    await phone.tap('Rit beginnen');
    await until(async () => (await service.route(route.id)).state === 'under_way');
    return { parcel, route };
  }

  async function correct(parcel: ShownShipment, address: object) {
    const { body } = await service.propose('agent', parcel.id, { address });
    const approved = await service.approveBy(body, 'same_route', { reason: 'Klant belt' });
    expect(approved.body.state).toBe('pushed');
    return body;
  }

  const until = async (holds: () => Promise<boolean>) => {
    for (let left = 100; !(await holds()); left -= 1) {
      if (left === 0) throw new Error('It did not come to that.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it('comes from one approval to the door, over a dead zone and a second correction', async () => {
    const { parcel, route } = await openRoute();
    const first = await correct(parcel, addresses.right);
    await phone.reads('Nieuw adres');
    await phone.reads(/^Lindelaan.12$/);
    expect(await phone.page.locator('.instruction s').innerText()).toMatch(/^Kerkstraat.8, 8951 AB/);
    await phone.tap('Gezien');
    await until(async () => (await service.correction(first)).state === 'acknowledged');
    await phone.reads(/\d\d:\d\d – \d\d:\d\d beloofd/);

    await phone.isKept();
    await phone.context.setOffline(true);
    await phone.reads(/^Geen verbinding sinds 13:0/);
    const second = await correct(parcel, { ...addresses.right, houseNumber: 14 });
    const asked = await service.write<{ id: string }>('agent', `/v1/routes/${route.id}/questions`, {
      body: { text: 'Lukt het vóór half drie?' },
    });
    expect(asked.status).toBe(201);
    await phone.context.setOffline(false);
    await phone.reads('1 van 2');
    expect(await phone.page.locator('.instruction s').innerText()).toMatch(/^Lindelaan.12,/);
    await phone.tap('Gezien');
    await phone.tap('Ja');
    await until(async () => (await service.correction(second)).state === 'acknowledged');
    expect((await service.correction(first)).state).toBe('superseded');

    await phone.context.setOffline(true);
    await phone.reads(/^Geen verbinding/);
    await phone.page.getByRole('button', { name: /Lindelaan.14/ }).tap();
    await phone.tap('Hierheen');
    await phone.tap('Aangekomen');
    await phone.tap('Bezorgd');
    await phone.page.clock.fastForward(5_000);
    await phone.context.setOffline(false);
    await until(async () => (await service.shipment(parcel.id)).state === 'delivered');
    expect((await service.correction(second)).state).toBe('applied');
    await phone.reads('Verbonden');
    const { changes } = (
      await service.read<{ changes: { seq: number; kind: string }[] }>(
        'planner',
        `/v1/routes/${route.id}/changes`,
      )
    ).body;
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
    expect(changes.filter(({ kind }) => kind === 'instruction_answered')).toHaveLength(3);
  });

  it('gives a correction that the driver cannot do back to the desk', async () => {
    const { parcel } = await openRoute();
    const correction = await correct(parcel, addresses.right);
    await phone.tap('Kan niet');
    await phone.tap('Geen tijd meer');
    await until(async () => (await service.correction(correction)).state === 'proposed');
    expect((await service.correction(correction)).reason).toBe('Geen tijd meer');
    await phone.reads('Verbonden');
    expect(await phone.page.locator('.instruction').count()).toBe(0);
  });
});
