import type { Language } from '../http/language';

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;
const timeZone = 'Europe/Amsterdam';

function formatsOf(locale: string) {
  return {
    moment: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }),
    second: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'medium' }),
    day: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' }),
    number: new Intl.NumberFormat(locale),
  };
}

const FORMATS = { nl: formatsOf(LOCALES.nl), en: formatsOf(LOCALES.en) };

/** "27 nov 2026, 19:05", by the clock in Europe/Amsterdam. */
export function momentText(atMs: number, language: Language): string {
  return FORMATS[language].moment.format(atMs);
}

/** As momentText, to the second. */
export function secondText(atMs: number, language: Language): string {
  return FORMATS[language].second.format(atMs);
}

/** "27 nov 2026" */
export function dateText(atMs: number, language: Language): string {
  return FORMATS[language].day.format(atMs);
}

/** "9.876.543", "9,876,543" */
export function countText(count: number, language: Language): string {
  return FORMATS[language].number.format(count);
}
