import type { Window } from '../route';

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;
/** A new window is 60 minutes round the estimate (issue 4): 13:58 gives 13:28 to 14:28. */
const HALF_WINDOW_MS = 30 * MS_PER_MINUTE;

const zone = 'Europe/Amsterdam';
const clock = new Intl.DateTimeFormat('nl-NL', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });

export type Language = 'nl' | 'en';

/** The window that a stop gets by its estimated arrival, in whole minutes. An estimate only: a driver has not agreed to it. */
export function windowAround(arriveMs: number): Window {
  const minuteMs = Math.floor(arriveMs / MS_PER_MINUTE) * MS_PER_MINUTE;
  return { fromMs: minuteMs - HALF_WINDOW_MS, untilMs: minuteMs + HALF_WINDOW_MS, state: 'estimated' };
}

/** A window as people read it: "tussen 13:28 en 14:28", by the clock in Europe/Amsterdam. */
export function windowText(
  { fromMs, untilMs }: Pick<Window, 'fromMs' | 'untilMs'>,
  language: Language,
): string {
  const [from, until] = [timeText(fromMs, language), timeText(untilMs, language)];
  return language === 'nl' ? `tussen ${from} en ${until}` : `between ${from} and ${until}`;
}

/** The time of day in Europe/Amsterdam; in the hour that comes twice in October it says which of the two. */
export function timeText(atMs: number, language: Language): string {
  const time = clock.format(atMs);
  if (clock.format(atMs + MS_PER_HOUR) === time) return `${time} (${SEASON[language].summer})`;
  return clock.format(atMs - MS_PER_HOUR) === time ? `${time} (${SEASON[language].winter})` : time;
}

const SEASON: Readonly<Record<Language, { summer: string; winter: string }>> = {
  nl: { summer: 'zomertijd', winter: 'wintertijd' },
  en: { summer: 'summer time', winter: 'winter time' },
};

/** The date in Europe/Amsterdam, as YYYY-MM-DD. */
export function amsterdamDay(atMs: number): string {
  return calendar.format(atMs);
}
