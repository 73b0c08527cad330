import { amsterdamDay, timeText, windowText } from '../../../src/routes/planning/windows';
import type { ShownOption } from '../driving-service';
import type { ShownCheck } from '../shipments-service';

/** A window as the API shows it. */
export interface ShownWindow {
  from: string;
  until: string;
  state: string;
}

const seconds = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', timeStyle: 'medium' });

/** The time of day in Europe/Amsterdam, to the second. */
export function timeOfDay(at: Date | string): string {
  return seconds.format(new Date(at));
}

/** A window as a customer reads it: "tussen 13:28 en 14:28 vandaag". */
export function forCustomer({ from, until }: ShownWindow, now = new Date()): string {
  const [fromMs, untilMs] = [Date.parse(from), Date.parse(until)];
  const day = amsterdamDay(fromMs) === amsterdamDay(now.getTime()) ? 'vandaag' : amsterdamDay(fromMs);
  return `${windowText({ fromMs, untilMs }, 'nl')} ${day}`;
}

export function addressText({ street, houseNumber, postcode }: Record<string, unknown>): string {
  const spaced = String(postcode).replace(/^(\d{4}) ?/, '$1 ');
  return `${String(street)} ${String(houseNumber)}, ${spaced}`;
}

/** What a check found, and what may be meant. */
export function checkInWords({ diagnosis, candidates, ...check }: ShownCheck): string[] {
  const reasons = check.reasons as { code: string; message?: string }[];
  const stale = diagnosis.stale.length > 0 ? ` (stale: ${diagnosis.stale.join(', ')})` : '';
  return [
    ...reasons.map(({ code, message }) => message ?? code),
    `${diagnosis.kind}${stale}; meant may be ${candidates.map(({ address }) => addressText(address)).join(', or ')}`,
  ];
}

/** One thing that can or cannot still be done: until when, and what it costs whom. */
export function optionInWords(option: ShownOption): string {
  const { kind, allowed, refusal, closesAt, window } = option;
  const name = kind.replaceAll('_', ' ').padEnd(18);
  if (!allowed) return `${name}no: ${refusal?.message ?? ''}`;
  const { addedMinutes, stopsAway, cost, moves, day } = option as unknown as OptionFigures;
  const parts = [
    closesAt === null ? 'open' : `until ${timeText(Date.parse(closesAt), 'en')}`,
    stopsAway !== null && `${stopsAway} stops away`,
    addedMinutes !== null && `the route ends ${inMinutes(addedMinutes)}`,
    window === null ? day : forCustomer(window),
    movesInWords(moves),
    cost.cents === 0 ? 'costs nothing' : `costs the ${cost.payer} € ${(cost.cents / 100).toFixed(2)}`,
  ];
  return `${name}${parts.filter(Boolean).join(', ')}`;
}

interface OptionFigures {
  addedMinutes: number | null;
  stopsAway: number | null;
  cost: { cents: number; payer: string };
  moves: { breaks: boolean }[];
  day: string | null;
}

function inMinutes(minutes: number): string {
  return `${Math.abs(minutes)} minutes ${minutes < 0 ? 'earlier' : 'later'}`;
}

function movesInWords(moves: OptionFigures['moves']): string | null {
  if (moves.length === 0) return null;
  const broken = moves.filter(({ breaks }) => breaks).length;
  return `${moves.length} others get another time, and ${broken === 0 ? 'no promise is' : `${broken} promises are`} broken`;
}
