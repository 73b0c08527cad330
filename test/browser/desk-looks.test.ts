import type { Browser } from 'playwright-core';
import { migrate } from '../../src/database/migrate';
import type { Database } from '../../src/database/open-database';
import { openSqlite } from '../../src/database/sqlite';
import { type AtTheDesk, atTheDesk } from '../support/desk/at-the-desk';
import { launchBrowser, violations } from '../support/driver/phone';
import { type DrivingService, startDriving } from '../support/driving-service';
import { addresses, type ShownShipment } from '../support/shipments-service';
import { steeredClock } from '../support/steered-clock';

const LOOKS = [
  ['nl-NL', 'light', 1280],
  ['en-GB', 'dark', 1280],
  ['nl-NL', 'dark', 360],
  ['en-GB', 'light', 360],
] as const;

const PICTURES = [
  [/^.desk.queue$/, 'queue'],
  [/^.desk.cases.snd_0/, 'case'],
  [/^.desk.board/, 'board'],
  [/^.desk.routes/, 'route'],
] as const;

interface Looks {
  locale: string;
  viewport: { width: number };
}

describe('the desk as it looks', () => {
  let browser: Browser;
  let database: Database;
  let service: DrivingService;
  let parcel: ShownShipment;
  let route: { id: string };

  beforeAll(async () => {
    browser = await launchBrowser();
    database = openSqlite(':memory:');
    await migrate(database);
    service = await startDriving(database, { clock: steeredClock() });
    parcel = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    route = (await service.underWay(['farAway', parcel, 'elsewhere'])).route;
    await service.propose('agent', parcel.id, { address: addresses.mixed, source: 'email' });
  });
  afterAll(async () => {
    await browser.close();
    await service.close();
    await database.destroy();
  });

  /** The pictures of docs/desk.md are made anew with KLOPT_SCREENSHOTS=docs/images. */
  const keep = async (page: AtTheDesk['page'], path: string, { locale, viewport }: Looks) => {
    const folder = process.env.KLOPT_SCREENSHOTS;
    const name = PICTURES.find(([form]) => form.test(path))?.[1];
    const isPictured = locale === 'nl-NL' && viewport.width > 500;
    if (folder === undefined || name === undefined || !isPictured) return;
    await page.screenshot({ path: `${folder}/desk-${name}.png`, fullPage: true });
  };

  const wide = (page: AtTheDesk['page']) =>
    page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth + 1');

  it.each(LOOKS)(
    'breaks no rule of accessibility and fits: %s, %s, %d pixels',
    async (locale, colorScheme, width) => {
      const looks = { locale, colorScheme, viewport: { width, height: 800 } };
      const nobody = await atTheDesk(browser, service.url, { ...looks, who: 'nobody' });
      const agent = await atTheDesk(browser, service.url, looks);
      const pages = [
        [nobody, '/desk/sign-in'],
        [agent, '/desk/queue'],
        [agent, '/desk/queue?reason=delivery_failed'],
        [agent, `/desk/cases/${parcel.id}`],
        [agent, '/desk/cases/snd_none'],
        [agent, '/desk/board'],
        [agent, `/desk/routes/${route.id}`],
      ] as const;
      // What counts down counts from the service's time.
      await agent.page.clock.setFixedTime(service.clock.nowMs());
      for (const [who, path] of pages) {
        await who.page.goto(service.url + path);
        expect([path, await violations(who.page), await wide(who.page)]).toEqual([path, [], false]);
        await keep(who.page, path, looks);
      }
      await agent.page.keyboard.press('?');
      await agent.page.getByRole('dialog').waitFor();
      expect(await violations(agent.page)).toEqual([]);
      await nobody.close();
      await agent.close();
    },
  );
});
