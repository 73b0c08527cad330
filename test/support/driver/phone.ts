import { readFileSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';

/** A driver's phone with the page open. */
export interface Phone {
  page: Page;
  context: BrowserContext;
  /** What accessibility rules the page breaks as it is. */
  violations(): Promise<string[]>;
  /** What is wider than the screen, and what a thumb could miss. */
  misfits(): Promise<string[]>;
  /** A tap that is no part of a double tap: it does nothing where it would be. */
  tap(button: string): Promise<void>;
  tapOn(selector: string): Promise<void>;
  /** Waits until the page says so. */
  reads(text: string | RegExp): Promise<void>;
  /** Waits until the page would open without network. */
  isKept(): Promise<void>;
  /** Everything that others could read: addresses that were asked for, the console, the title. */
  traces: string[];
  errors: string[];
}

/** Chromium takes two taps in half a second for a double tap. */
const DOUBLE_TAP_MS = 600;

/** One for all tests of a file, with what else it is to be started by. */
export function launchBrowser(...more: string[]): Promise<Browser> {
  const executablePath = process.env.KLOPT_TEST_CHROMIUM ?? '';
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--headless=shell', ...more] });
}

export async function takePhone(browser: Browser, options: BrowserContextOptions = {}): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: 'nl-NL',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const tapping = oneByOne();
  const [traces, errors]: string[][] = [[], []];
  page.on('request', (request) => traces!.push(request.url()));
  page.on('console', (message) => traces!.push(message.text()));
  page.on('pageerror', ({ message }) => errors!.push(message));
  return {
    ...{ page, context, traces: traces!, errors: errors! },
    violations: () => violations(page),
    misfits: () => page.evaluate(MISFITS),
    tap: (name) => tapping(page.getByRole('button', { name, exact: true })),
    tapOn: (selector) => tapping(page.locator(selector).last()),
    reads: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    isKept: () => page.evaluate('navigator.serviceWorker.ready.then(() => undefined)'),
  };
}

function oneByOne(): (target: Locator) => Promise<void> {
  let notBeforeMs = 0;
  return async (target) => {
    const waitMs = notBeforeMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    await target.tap();
    notBeforeMs = performance.now() + DOUBLE_TAP_MS;
  };
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What accessibility rules a page breaks as it is. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(`axe
    .run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
}

/** As text, since it runs in the browser. */
const MISFITS = `[
  ...[...document.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5),
  ...[...document.querySelectorAll('button, a, summary')].filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width < 48 || height < 48;
  }),
].map((one) => one.outerHTML.slice(0, 120))`;
