import type { Browser } from 'playwright-core';
import { migrate } from '../../src/database/migrate';
import type { Database } from '../../src/database/open-database';
import { openSqlite } from '../../src/database/sqlite';
import { atTheDesk } from '../support/desk/at-the-desk';
import { launchBrowser } from '../support/driver/phone';
import { startUpkeep, type UpkeepService } from '../support/upkeep-service';

const UPKEEP = '/desk/upkeep';

describe('the upkeep, in a browser', () => {
  let browser: Browser;
  let database: Database;
  let service: UpkeepService;

  beforeAll(async () => {
    browser = await launchBrowser();
    database = openSqlite(':memory:');
    await migrate(database);
    service = await startUpkeep(database);
  });
  afterAll(async () => {
    await browser.close();
    await service.close();
    await database.destroy();
  });

  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])('shows a password once, and ends somebody in two steps: %s', async (_, javaScriptEnabled) => {
    const supervisor = await atTheDesk(browser, service.url, { who: 'supervisor', javaScriptEnabled });
    const { page } = supervisor;
    await page.goto(service.url + UPKEEP);
    await page.getByText('Iemand toevoegen').click();
    await page.getByLabel('Naam').fill(`Bram ${String(javaScriptEnabled)}`);
    await page.getByLabel('Depot').selectOption('ZLV');
    await page.getByRole('button', { name: 'Toevoegen', exact: true }).click();
    const secret = (await page.locator('.secret').textContent()) ?? '';
    expect(secret).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
    expect(supervisor.asked.join()).not.toContain(secret);
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByText(/^Bram \w+ beëindigen$/).click();
    await page.getByRole('button', { name: 'Ja, beëindigen' }).click();
    await page.getByText('Toon ook wie beëindigd is').waitFor();
    expect(await page.getByRole('link', { name: /^Bram/ }).count()).toBe(0);
    await supervisor.close();
  });
});
