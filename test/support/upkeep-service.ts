import type { AppDependencies } from '../../src/app';
import type { Database } from '../../src/database/open-database';
import { formTokenOf } from '../../src/http/pages';
import { BrowserLike, type Shown } from './browser-like';
import { addPeople } from './people';
import { people, type Running, startApp } from './start-app';
import { type SteeredClock, steeredClock } from './steered-clock';

type Who = keyof typeof people;

/** The desk with its people, at a time that stands still; pages in English. */
export interface UpkeepService extends Running {
  database: Database;
  clock: SteeredClock;
  /** Shows somebody a page. */
  show(who: Who, path: string): Promise<Shown>;
  /** Sends somebody's form. */
  send(who: Who, path: string, form?: Readonly<Record<string, string>>): Promise<Shown>;
  /** What the audit log holds since the service was started, the oldest first: who did what with what. */
  audited(): Promise<string[]>;
}

export async function startUpkeep(
  database: Database,
  overrides: Partial<AppDependencies> = {},
): Promise<UpkeepService> {
  const clock = steeredClock();
  await addPeople(database, people);
  const running = await startApp({ database, clock, ...overrides });
  const before = await database('audit_entries').pluck<string[]>('id');
  const browserOf = (who: Who) => {
    const browser = new BrowserLike(running);
    browser.setCookie('klopt_session', who);
    browser.setCookie('klopt_language', 'en');
    return browser;
  };
  return {
    ...running,
    database,
    clock,
    show: (who, path) => browserOf(who).get(path),
    send: (who, path, form = {}) => browserOf(who).post(path, { ...form, formToken: formTokenOf(who) }),
    audited: async () => {
      const rows = await database('audit_entries')
        .whereNotIn('id', before)
        .orderBy('id')
        .select<{ actor: string; action: string; subject: string }[]>();
      return rows.map(({ actor, action, subject }) => `${actor} ${action} ${subject.split('_')[0] ?? ''}`);
    },
  };
}

/** What a page shows only once. */
export function secretIn({ text }: Shown): string {
  return /<pre class="secret"[^>]*>([^<]+)</.exec(text)?.[1] ?? '';
}

/** What a page says, without its markup. */
export function wordsOf({ text }: Shown): string {
  return text
    .replace(/^.*?<main[^>]*>/s, '')
    .replace(/<\/main>.*$/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
