import type { Clock } from '../clock';
import type { EditionState } from './register-worker';

const DAY_MS = 86_400_000;

/** How many days ago the data of an edition was true. */
export function ageInDays(date: string, nowMs: number): number {
  return Math.floor((nowMs - Date.parse(date)) / DAY_MS);
}

/** For /health/ready: the register always answers, and what someone should look at is in the note. */
export function registerFinding(
  { info, refusal }: EditionState,
  { clock, maxAgeDays }: { clock: Clock; maxAgeDays: number },
): { ok: true; note?: string } {
  const days = ageInDays(info.date, clock.nowMs());
  const notes = [
    ...(refusal === null ? [] : ['a newer edition was refused, the log says why']),
    ...(info.sample ? ['the fictional sample register is in use'] : []),
    ...(days > maxAgeDays && !info.sample ? [`the edition is ${days} days old`] : []),
  ];
  return notes.length === 0 ? { ok: true } : { ok: true, note: notes.join('; ') };
}
