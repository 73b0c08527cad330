import type { DriverInstruction, DriverRoute } from './contract';
import type { Texts } from './words';
import { lineOf } from './written';

/** What the driver must notice of a change of the route, in words; null where there is nothing. */
export function announcementOf(before: DriverRoute | null, after: DriverRoute, texts: Texts): string | null {
  const told = new Set(before?.instructions.filter(isWaiting).map(({ id }) => id));
  const fresh = after.instructions.filter((one) => isWaiting(one) && !told.has(one.id));
  if (fresh.length > 0) return fresh.map((one) => inWords(one, after, texts)).join('. ');
  return before !== null && isOtherSequence(before, after) ? texts.routeChanged : null;
}

function isWaiting({ state }: DriverInstruction): boolean {
  return state === 'pushed';
}

function inWords({ kind, text, stopId }: DriverInstruction, { stops }: DriverRoute, texts: Texts): string {
  if (kind === 'question') return `${texts.question}: ${text ?? ''}`;
  if (kind === 'take_back') return texts.takeBack;
  const stop = stops.find(({ id }) => id === stopId);
  return stop === undefined ? texts.redirect : `${texts.redirect}: ${lineOf(stop.address)}`;
}

function isOtherSequence(before: DriverRoute, after: DriverRoute): boolean {
  return before.stops.map(({ id }) => id).join() !== after.stops.map(({ id }) => id).join();
}
