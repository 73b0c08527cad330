import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** An agent's browser, signed in. */
export interface AtTheDesk {
  page: Page;
  /** Everything that the browser asked for. */
  asked: string[];
  errors: string[];
  /** How many keys and clicks it took so far. */
  strokes(): number;
  press(key: string): Promise<void>;
  /** Clicks, or taps where there is a finger in place of a mouse. */
  click(target: Locator): Promise<void>;
  close(): Promise<void>;
}

/** Signs somebody of the cast in, by the session that tests know them by. */
export async function atTheDesk(
  browser: Browser,
  url: string,
  { who = 'agent', ...options }: BrowserContextOptions & { who?: string } = {},
): Promise<AtTheDesk> {
  const context = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce', ...options });
  await context.addCookies([{ name: 'klopt_session', value: who, url, sameSite: 'Lax' }]);
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const [asked, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    // That an answer was a refusal is shown on the page.
    const isRefusal = /^(?:Failed to load resource|Response Status Error Code)/.test(message.text());
    if (message.type() === 'error' && !isRefusal) errors.push(message.text());
  });
  let strokes = 0;
  return {
    ...{ page, asked, errors },
    strokes: () => strokes,
    press: async (key) => {
      strokes += 1;
      await page.keyboard.press(key);
    },
    click: async (target) => {
      strokes += 1;
      await (options.hasTouch === true ? target.tap() : target.click());
    },
    close: () => context.close(),
  };
}
