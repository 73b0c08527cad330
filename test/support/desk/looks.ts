import type { Page } from 'playwright-core';
import { violations } from '../driver/phone';

/** Both languages, light and dark, a desk's screen and a phone's. */
export const LOOKS = [
  ['nl-NL', 'light', 1280],
  ['en-GB', 'dark', 1280],
  ['nl-NL', 'dark', 360],
  ['en-GB', 'light', 360],
] as const;

/** Pages that are seen only on the way in, by what `desk-door.test.ts` calls its look at them. */
export const AT_THE_DOOR: Readonly<Record<string, string>> = {
  showSignIn: 'sign-in',
  signIn: 'sign-in with what was typed',
  showAccount: 'account',
  changePassword: 'account with mistakes',
  showSetUp: 'second-factor',
  turnOnSecondFactor: 'recovery-codes',
  turnOffSecondFactor: 'account refused',
  showCode: 'code',
  giveCode: 'code refused',
  showSignOn: 'company refused',
  showSignOnCallback: 'company refused',
};

/** All that can be opened is open: what is closed breaks no rule. */
const OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true; })";
const IS_WIDE = 'document.documentElement.scrollWidth > innerWidth + 1';
/** What a thumb would miss; a link within a line of text may be as high as that. */
const MISSED = `[...document.querySelectorAll('main button, main summary, main input, main select')]
  .filter((one) => one.type !== 'checkbox' && one.type !== 'hidden' && one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().height < 24)
  .map((one) => one.outerHTML)`;

/** What is wrong with a page as it looks: rules of accessibility, what is wider than the screen, what a thumb would miss. */
export async function flaws(page: Page): Promise<string[]> {
  await page.evaluate(OPEN_ALL);
  const isWide = await page.evaluate<boolean>(IS_WIDE);
  return [
    ...(await violations(page)),
    ...(isWide ? ['wider than the screen'] : []),
    ...(await page.evaluate<string[]>(MISSED)),
  ];
}
