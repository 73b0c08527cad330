import type { Browser } from 'playwright-core';
import { migrate } from '../../src/database/migrate';
import type { Database } from '../../src/database/open-database';
import { openSqlite } from '../../src/database/sqlite';
import { type AtTheDesk, atTheDesk } from '../support/desk/at-the-desk';
import { launchBrowser } from '../support/driver/phone';
import { type DrivingService, startDriving } from '../support/driving-service';
import { addPeople } from '../support/people';
import { addresses, type ShownShipment } from '../support/shipments-service';
import { people } from '../support/start-app';

describe('two people at the desk', () => {
  let browser: Browser;
  let database: Database;
  let service: DrivingService;
  let parcel: ShownShipment;
  let [noor, sanne]: AtTheDesk[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    database = openSqlite(':memory:');
    await migrate(database);
    await addPeople(database, people);
    service = await startDriving(database);
  });
  afterAll(async () => {
    await browser.close();
    await service.close();
    await database.destroy();
  });
  beforeEach(async () => {
    parcel = (await service.order({ address: addresses.mixed, depot: 'ZLV' })).body;
    noor = await atTheDesk(browser, service.url);
    sanne = await atTheDesk(browser, service.url, { who: 'supervisor' });
  });
  afterEach(async () => {
    expect([noor?.errors, sanne?.errors]).toEqual([[], []]);
    await noor?.close();
    await sanne?.close();
  });

  const both = () => {
    if (noor === undefined || sanne === undefined) throw new Error('Somebody is missing.');
    return [noor.page, sanne.page] as const;
  };
  const caseUrl = () => `${service.url}/desk/cases/${parcel.id}`;

  it('see each other at a case, and no longer once one has left', async () => {
    const [hers, other] = both();
    await hers.goto(caseUrl());
    await other.goto(caseUrl());
    await hers.getByText('supervisor kijkt hier ook naar').waitFor();
    await other.getByText('agent kijkt hier ook naar').waitFor();
    await hers.goto(`${service.url}/desk/queue`);
    await hers.locator('.item', { hasText: '👁 supervisor' }).first().waitFor();
    await other.getByText('agent kijkt hier ook naar').waitFor({ state: 'detached' });
  });

  it('see in the queue who takes what, at once', async () => {
    const [hers, other] = both();
    await other.goto(`${service.url}/desk/queue`);
    await hers.goto(caseUrl());
    await hers.keyboard.press('t');
    await hers.getByText('Deze zaak is van jou').waitFor();
    await other.locator('.item', { hasText: 'Bij agent' }).waitFor();
  });

  it('hand a case over', async () => {
    const [hers, other] = both();
    await hers.goto(caseUrl());
    await hers.keyboard.press('t');
    await hers.getByText('Deze zaak is van jou').waitFor();
    await other.goto(caseUrl());
    await hers.keyboard.press('h');
    await hers.getByLabel('Aan wie').selectOption('supervisor');
    await hers.getByRole('button', { name: 'Draag over' }).click();
    await hers.getByText('Bij supervisor').waitFor();
    await other.getByText('Deze zaak is van jou').waitFor();
  });

  it('take nothing away that the other is typing, and say that something changed', async () => {
    const [hers, other] = both();
    await hers.goto(caseUrl());
    await hers.keyboard.press('o');
    await hers.getByLabel('Straat', { exact: true }).fill('Lindela');
    await other.goto(caseUrl());
    await hers.getByText('Er is intussen iets veranderd.').waitFor();
    expect(await hers.getByLabel('Straat', { exact: true }).inputValue()).toBe('Lindela');
  });

  it('do not change under a hand what a key would approve', async () => {
    const [hers] = both();
    await hers.goto(caseUrl());
    const approved = () => hers.locator('[data-choice]').getAttribute('data-choice');
    const before = await approved();
    await service.propose('agent', parcel.id, { address: addresses.old });
    await hers.getByText('Er is intussen iets veranderd.').waitFor();
    expect(await approved()).toBe(before);
    await hers.keyboard.press('r');
    await hers.getByText('Er is intussen iets veranderd.').waitFor({ state: 'hidden' });
    expect(await approved()).not.toBe(before);
  });
});
