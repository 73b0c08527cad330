import type { Language } from './case-words';

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

/** How urgent something is that closes: `now` in the last half hour, `soon` in the last two. */
export type Urgency = 'over' | 'now' | 'soon' | 'later';

export function urgencyOf(closesAtMs: number | null, nowMs: number): Urgency {
  if (closesAtMs === null) return 'later';
  const leftMs = closesAtMs - nowMs;
  if (leftMs <= 0) return 'over';
  if (leftMs <= 30 * MS_PER_MINUTE) return 'now';
  return leftMs <= 120 * MS_PER_MINUTE ? 'soon' : 'later';
}

/** A length of time as short as it can be read: `45 min`, `2 u 05`, `3 d`. */
export function lengthText(lengthMs: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(lengthMs / MS_PER_MINUTE));
  if (minutes < MINUTES_PER_HOUR) return `${minutes} min`;
  if (minutes >= MINUTES_PER_DAY) return `${Math.floor(minutes / MINUTES_PER_DAY)} d`;
  const rest = String(minutes % MINUTES_PER_HOUR).padStart(2, '0');
  return `${Math.floor(minutes / MINUTES_PER_HOUR)} ${language === 'nl' ? 'u' : 'h'} ${rest}`;
}
