import { MOST_PARCELS } from './plan';
import { amsterdamDay } from '../planning/windows';

const DAY_MS = 24 * 3_600_000;

/** As a schema's own rule names what is wrong. */
interface Issue {
  code: 'custom';
  path: (string | number)[];
  params: { code: string; nl: string; en: string };
  input: undefined;
}
/** What was sent, of which any field can be missing or be something else: all that is wrong is named at once. */
type Sent = Readonly<Record<string, unknown>>;

/** Whether a thing has fields at all, so that rules about several of them can be held against those that are there. */
export function hasFields({ value }: { value: unknown }): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is wrong with a window as a whole. */
export function windowIssues({ from, until }: Sent): Issue[] {
  return instantIn(until) <= instantIn(from) ? [notAfter(['until'], 'from')] : [];
}

/** What is wrong with a plan as a whole. */
export function planIssues({ day, startsAt, endsAt, stops }: Sent): Issue[] {
  const [startsAtMs, endsAtMs] = [instantIn(startsAt), instantIn(endsAt)];
  const sentStops = Array.isArray(stops) ? (stops as unknown[]).map(fieldsOf) : [];
  return [
    ...(isOtherDay(day, startsAtMs) ? [otherDay] : []),
    ...(endsAtMs <= startsAtMs ? [notAfter(['endsAt'], 'startsAt')] : []),
    ...(endsAtMs - startsAtMs > DAY_MS ? [tooLong] : []),
    ...(parcelsIn(sentStops) > MOST_PARCELS ? [tooMany] : []),
    ...sentStops.flatMap((stop, at) => farTimes(stop, { startsAtMs, endsAtMs }).map((path) => far(at, path))),
  ];
}

function isOtherDay(day: unknown, startsAtMs: number): boolean {
  const isDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
  return isDay && !Number.isNaN(startsAtMs) && amsterdamDay(startsAtMs) !== day;
}

function parcelsIn(stops: readonly Sent[]): number {
  return stops.reduce((sum, { shipments }) => sum + (Array.isArray(shipments) ? shipments.length : 0), 0);
}

/** The times of a stop that are nowhere near its shift, such as of another year. */
function farTimes({ window, plannedAt }: Sent, shift: { startsAtMs: number; endsAtMs: number }): string[][] {
  const { from, until } = fieldsOf(window);
  const times: [unknown, string[]][] = [
    [from, ['window', 'from']],
    [until, ['window', 'until']],
    [plannedAt, ['plannedAt']],
  ];
  const isFar = (atMs: number) => atMs < shift.startsAtMs - DAY_MS || atMs > shift.endsAtMs + DAY_MS;
  return times.filter(([time]) => isFar(instantIn(time))).map(([, path]) => path);
}

function fieldsOf(value: unknown): Sent {
  return hasFields({ value }) ? (value as Sent) : {};
}

/** NaN, which is neither before nor after anything, for what is no time. */
function instantIn(text: unknown): number {
  return typeof text === 'string' ? Date.parse(text) : NaN;
}

function issue(path: Issue['path'], params: Issue['params']): Issue {
  return { code: 'custom', path, params, input: undefined };
}

function notAfter(path: string[], other: string): Issue {
  return issue(path, {
    code: 'not_after',
    nl: `Dit moet na ${other} zijn.`,
    en: `This must be after ${other}.`,
  });
}

function far(stop: number, path: readonly string[]): Issue {
  return issue(['stops', stop, ...path], {
    code: 'far_from_shift',
    nl: 'Dit is meer dan 24 uur voor of na de dienst.',
    en: 'This is more than 24 hours before or after the shift.',
  });
}

const otherDay = issue(['startsAt'], {
  code: 'other_day',
  nl: 'Dit is op een andere dag dan day, in Europe/Amsterdam.',
  en: 'This is on another day than day, in Europe/Amsterdam.',
});
const tooLong = issue(['endsAt'], {
  code: 'too_long',
  nl: 'Een dienst duurt hoogstens 24 uur.',
  en: 'A shift takes at most 24 hours.',
});
const tooMany = issue(['stops'], {
  code: 'too_many_shipments',
  nl: `Een route heeft hoogstens ${MOST_PARCELS} zendingen.`,
  en: `A route has at most ${MOST_PARCELS} shipments.`,
});
