import { TOTP } from 'otpauth';
import { createPageGround } from '../../../src/access/page-ground-pages';
import { issuePassword } from '../../../src/access/set-password';
import type { AppDependencies } from '../../../src/app';
import type { Database } from '../../../src/database/open-database';
import { BrowserLike, type Shown } from '../browser-like';
import { addPeople } from '../people';
import { people, type Running, startApp } from '../start-app';
import { type SteeredClock, steeredClock } from '../steered-clock';

/** The desk with its real door: sessions, passwords and codes, in time that is steered. */
export interface DeskDoor {
  running: Running;
  database: Database;
  clock: SteeredClock;
  password: string;
  /** A browser of nobody yet. */
  browser(): BrowserLike;
  /** Signs the agent in, as far as the password goes. */
  signIn(browser: BrowserLike, as?: Readonly<Record<string, string>>): Promise<Shown>;
  /** Turns the agent's second factor on by a browser that is in; gives what makes its codes, and its recovery codes. */
  turnOn(browser: BrowserLike): Promise<{ codeNow: () => string; recoveryCodes: string[] }>;
  isIn(browser: BrowserLike): Promise<boolean>;
  /** Nobody has a second factor any more, nor has anything failed. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

export async function openDeskDoor(
  database: Database,
  { signOn = null, ...overrides }: Partial<AppDependencies> = {},
): Promise<DeskDoor> {
  const clock = steeredClock();
  await addPeople(database, people);
  const pages = createPageGround({ database, clock, signOn });
  const running = await startApp({ database, clock, pages, signOn, ...overrides });
  const { password } = await issuePassword(database, clock, { role: 'agent', idOrName: 'agent' });
  const browser = () => new BrowserLike(running);
  return {
    ...{ running, database, clock, password, browser },
    signIn: async (by, as = {}) => {
      await by.get('/desk/sign-in');
      return by.post('/desk/sign-in', { name: 'agent', password, next: '/desk/queue', ...as });
    },
    turnOn: async (by) => {
      const { text } = await by.get('/desk/second-factor');
      const codeNow = codesOf(text, clock);
      const shown = await by.post('/desk/second-factor', { code: codeNow() });
      return { codeNow, recoveryCodes: recoveryCodesIn(shown.text) };
    },
    isIn: async (by) => (await by.get('/desk')).location === '/desk/queue',
    forget: async () => {
      for (const table of ['recovery_codes', 'second_factors', 'sign_in_failures', 'sessions'])
        await database(table).delete();
      await database('people').update({ second_factor_required_at: null });
    },
    close: () => running.close(),
  };
}

/** What an app would show, by the secret that stands on the page of setting up. */
export function codesOf(page: string, clock: Pick<SteeredClock, 'nowMs'>): () => string {
  const secret = (/class="secret">([A-Z2-7 ]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '');
  return () => new TOTP({ secret }).generate({ timestamp: clock.nowMs() });
}

export function recoveryCodesIn(page: string): string[] {
  return [...page.matchAll(/<code>([a-z2-9-]{19})<\/code>/g)].map(([, code = '']) => code);
}

const HALF_MINUTE_MS = 30_000;

/** The agent with a second factor, in a browser that has given the password only. */
export async function givenPassword(door: DeskDoor) {
  const before = door.browser();
  await door.signIn(before);
  const factor = await door.turnOn(before);
  door.clock.advance(HALF_MINUTE_MS);
  const browser = door.browser();
  const led = await door.signIn(browser);
  await browser.get('/desk/sign-in/code');
  const give = (code: string) => browser.post('/desk/sign-in/code', { code, next: '/desk/queue' });
  return { ...factor, browser, led, give };
}
