import { amsterdamInstant } from '../amsterdam-time';
import { amsterdamDay, type Language, timeText } from '../routes/planning/windows';

/** An instant, for a script that counts, and as it is read beside the clock on the wall. */
export interface ShownTime {
  atMs: number;
  text: string;
}

const MS_PER_MINUTE = 60_000;
const NOON = 12;
const zone = 'Europe/Amsterdam';

function calendarsOf(locale: string) {
  return {
    day: new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' }),
    date: new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'long' }),
  };
}

const CALENDARS = { nl: calendarsOf('nl-NL'), en: calendarsOf('en-GB') };

/** An instant of today by its time alone, any other with its date: "26 november 2026, 19:05". */
export function shownTime(atMs: number, nowMs: number, language: Language): ShownTime {
  const time = timeText(atMs, language);
  const isToday = amsterdamDay(atMs) === amsterdamDay(nowMs);
  return { atMs, text: isToday ? time : `${dateText(atMs, language)}, ${time}` };
}

/** "26 november 2026" */
export function dateText(atMs: number, language: Language): string {
  return CALENDARS[language].date.format(atMs);
}

/** A day (YYYY-MM-DD) as people say it: "vandaag", or else "vrijdag 27 november". */
export function dayText(day: string, nowMs: number, language: Language): string {
  if (day === amsterdamDay(nowMs)) return language === 'nl' ? 'vandaag' : 'today';
  return CALENDARS[language].day.format(amsterdamInstant(day, NOON, 0)).replace(',', '');
}

/** Minutes, earlier or later, as people say them. */
export function minutesText(ms: number): string {
  return `${Math.abs(Math.round(ms / MS_PER_MINUTE))} min`;
}
