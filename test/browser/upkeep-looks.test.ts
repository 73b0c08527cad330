import type { Browser, Page } from 'playwright-core';
import { sealAudit } from '../../src/audit/seal-audit';
import { migrate } from '../../src/database/migrate';
import type { Database } from '../../src/database/open-database';
import { openSqlite } from '../../src/database/sqlite';
import { unlockAudit } from '../support/audit';
import { type AtTheDesk, atTheDesk } from '../support/desk/at-the-desk';
import { launchBrowser, violations } from '../support/driver/phone';
import { startUpkeep, type UpkeepService } from '../support/upkeep-service';

const LOOKS = [
  ['nl-NL', 'light', 1280],
  ['en-GB', 'dark', 1280],
  ['nl-NL', 'dark', 360],
  ['en-GB', 'light', 360],
] as const;

const UPKEEP = '/desk/upkeep';

/** What the pictures are called. */
const PICTURES: Readonly<Record<string, string>> = {
  [`${UPKEEP}/people`]: 'people',
  [`${UPKEEP}/people/per_agent`]: 'person',
  [`${UPKEEP}/shops`]: 'shops',
  [`${UPKEEP}/shops/shp_owner`]: 'shop',
  [`${UPKEEP}/amendments`]: 'register',
  [`${UPKEEP}/audit`]: 'audit',
};

/** All that can be opened is open: what is closed breaks no rule. */
const OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true; })";
const IS_WIDE = 'document.documentElement.scrollWidth > innerWidth + 1';
/** What a thumb would miss; a link within a line of text may be as high as that. */
const MISSED = `[...document.querySelectorAll('main button, main summary, main input, main select')]
  .filter((one) => one.type !== 'checkbox' && one.type !== 'hidden' && one.getBoundingClientRect().height < 24)
  .map((one) => one.outerHTML)`;

/** In the pictures people have names, and have been there for a while. */
async function nameTheCast(database: Database): Promise<void> {
  const names = {
    agent: 'Noor',
    colleague: 'Daan',
    supervisor: 'Joke',
    lead: 'Kees',
    planner: 'Rittenplanner',
  };
  const since = Date.UTC(2025, 9, 1, 8);
  for (const [who, name] of Object.entries(names))
    await database('people')
      .where({ id: `per_${who}` })
      .update({ name, created_at: since });
  // Nothing is sealed yet: the seals are of what stands there then.
  await unlockAudit(database);
  await database('audit_entries').where('at', '<', since).update({ at: since });
  const day = { created_at: since, last_used_at: Date.UTC(2026, 0, 5, 11, 40) };
  await database('person_tokens').whereIn('person_id', ['per_agent', 'per_planner', 'per_lead']).update(day);
  await database('api_keys')
    .where({ id: 'key_owner' })
    .update({ ...day, scopes: '["checks","shipments"]' });
}

describe('the upkeep as it looks', () => {
  let browser: Browser;
  let database: Database;
  let service: UpkeepService;

  beforeAll(async () => {
    browser = await launchBrowser();
    database = openSqlite(':memory:');
    await migrate(database);
    service = await startUpkeep(database);
    await nameTheCast(database);
    await service.send('supervisor', `${UPKEEP}/people`, { role: 'agent', name: 'Sem', depot: 'ZLV' });
    await service.send('supervisor', `${UPKEEP}/people/per_agent/tokens`);
    await service.send('supervisor', `${UPKEEP}/people/per_agent/tokens/tok_agent/revoke`);
    const publishable = { kind: 'publishable', mode: 'test', origins: 'https://winkel.example' };
    await service.send('supervisor', `${UPKEEP}/shops`, { ...publishable, shopName: 'Bloemen & Zo' });
    const key = 'key-of-a-form-0000';
    const amendment = {
      'amendment.kind': 'street',
      'amendment.city': 'Zilverwaard',
      'amendment.street': 'Nieuwe Havenlaan',
      'amendment.postcode': '8963 XA',
      'amendment.reason': 'Opgeleverd op 1 november; nog niet in de BAG',
      'amendment.expiresAt': '2099-01-01',
    };
    await service.send('supervisor', `${UPKEEP}/amendments`, { key, ...amendment });
    await sealAudit(database, { holder: 'test', nowMs: 0 }, 14);
  });
  afterAll(async () => {
    await browser.close();
    await service.close();
    await database.destroy();
  });

  /** The pictures of docs/upkeep.md are made anew with KLOPT_SCREENSHOTS=docs/images; all there are with KLOPT_SCREENSHOTS_ALL too. */
  const keep = async (page: Page, path: string, looks: string) => {
    const folder = process.env.KLOPT_SCREENSHOTS;
    const name = PICTURES[path];
    if (folder === undefined || name === undefined) return;
    const isOfDocs = looks === 'nl-NL-light-1280' && (name === 'people' || name === 'audit');
    if (isOfDocs) await page.screenshot({ path: `${folder}/upkeep-${name}.png`, fullPage: true });
    if (process.env.KLOPT_SCREENSHOTS_ALL === undefined) return;
    await page.screenshot({ path: `${folder}/upkeep-${name}-${looks}.png`, fullPage: true });
    await page.evaluate(OPEN_ALL);
    await page.screenshot({ path: `${folder}/upkeep-${name}-${looks}-open.png`, fullPage: true });
  };

  const examine = async ({ page }: AtTheDesk, path: string) => {
    await page.evaluate(OPEN_ALL);
    expect([path, await violations(page), await page.evaluate(IS_WIDE), await page.evaluate(MISSED)]).toEqual(
      [path, [], false, []],
    );
  };

  it.each(LOOKS)(
    'breaks no rule of accessibility and fits: %s, %s, %d pixels',
    async (locale, colorScheme, width) => {
      const looks = { locale, colorScheme, viewport: { width, height: 800 } };
      const supervisor = await atTheDesk(browser, service.url, { ...looks, who: 'supervisor' });
      const lead = await atTheDesk(browser, service.url, { ...looks, who: 'lead' });
      const pages = [
        ...Object.keys(PICTURES).map((path) => [supervisor, path] as const),
        [supervisor, `${UPKEEP}/people/per_supervisor`],
        [supervisor, `${UPKEEP}/audit?subject=snd_none`],
        [lead, `${UPKEEP}/people`],
        [lead, `${UPKEEP}/shops`],
      ] as const;
      for (const [who, path] of pages) {
        await who.page.goto(service.url + path);
        if (who === supervisor) await keep(who.page, path, `${locale}-${colorScheme}-${width}`);
        await examine(who, path);
      }
      await supervisor.page.goto(`${service.url}${UPKEEP}/audit`);
      await supervisor.page.locator('form[action$="verify"] button').click();
      await supervisor.page.locator('.hash').waitFor();
      await examine(supervisor, 'verified');
      expect([...supervisor.errors, ...lead.errors]).toEqual([]);
      await supervisor.close();
      await lead.close();
    },
  );

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
