import type { Instruction } from '../instructions/instruction';
import type { Route, Stop } from '../route';
import { wasVisited } from '../states';

const MS_PER_MINUTE = 60_000;
/** So long a driver may be busy before anybody wonders. */
const PATIENCE_MS = 10 * MS_PER_MINUTE;
/** With less than this left, somebody must call. */
const NEAR_MS = 60 * MS_PER_MINUTE;
/** Long enough to see a phone light up. */
const FIRST_PATIENCE_MS = MS_PER_MINUTE;

/** Whether an agent must hear that a driver has not answered: it takes too long, or for its stop there is little time. */
export function isOverdue(
  { pushedAtMs }: Pick<Instruction, 'pushedAtMs'>,
  arrivalMs: number | null,
  nowMs: number,
): boolean {
  const waitedMs = nowMs - pushedAtMs;
  const isNear = arrivalMs !== null && arrivalMs - nowMs <= NEAR_MS;
  return waitedMs >= PATIENCE_MS || (isNear && waitedMs >= FIRST_PATIENCE_MS);
}

/**
 * The stops whose promised window is about to be missed, or was while the driver is not there yet. Of what was skipped
 * nobody knows when the driver comes back: it is at risk once it is missed.
 */
export function stopsAtRisk(
  { stops }: Pick<Route, 'stops'>,
  arrivals: ReadonlyMap<string, number | null>,
  nowMs: number,
): Stop[] {
  return stops.filter(({ id, state, window, arrivedAtMs }) => {
    if (wasVisited(state) || window?.state !== 'promised') return false;
    const arrivalMs = state === 'arrived' ? arrivedAtMs : arrivals.get(id);
    return (arrivalMs ?? nowMs) > window.untilMs;
  });
}
