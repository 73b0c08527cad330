import type { Stop } from '../route';
import { isDone } from '../states';

/**
 * The undone stops in the order in which they will be driven to: where the driver is, where he is on his way to, then the
 * others in their sequence. A driver may go ahead in the sequence, and then comes back to what he passed over.
 */
export function itineraryOf(stops: readonly Stop[]): readonly Stop[] {
  const undone = stops.filter(({ state }) => !isDone(state));
  const inState = (state: Stop['state']) => undone.filter((stop) => stop.state === state);
  return [...inState('arrived'), ...inState('next'), ...inState('planned')];
}

/** The stop where a parcel is to be handed over; where it has none left, the last one where it was. */
export function stopOf(stops: readonly Stop[], shipmentId: string): Stop | null {
  const its = stops.filter(({ shipmentIds }) => shipmentIds.includes(shipmentId));
  return its.find(({ state }) => !isDone(state)) ?? its.at(-1) ?? null;
}

/** Where the driver last was for certain: the stop that was done last, of those where he has been; null before the first. */
export function lastStopBeenAt(stops: readonly Stop[]): Stop | null {
  const been = stops.filter(hasBeenAt);
  return been.reduce<Stop | null>(
    (last, stop) => (last === null || leftMs(stop) >= leftMs(last) ? stop : last),
    null,
  );
}

/** When the driver left a stop where he has been. */
export function leftMs({ doneAtMs, arrivedAtMs }: Stop): number {
  return doneAtMs ?? arrivedAtMs ?? 0;
}

/** What failed or was skipped without an arrival may have been decided from afar. */
function hasBeenAt({ state, arrivedAtMs, doneAtMs }: Stop): boolean {
  if (state === 'completed') return doneAtMs !== null || arrivedAtMs !== null;
  return isDone(state) && arrivedAtMs !== null;
}

/** The stop that a parcel would be taken from goes with it, unless others are handed over there or it is done. */
export function goesWith(stop: Stop, shipmentId: string): boolean {
  return !isDone(stop.state) && stop.shipmentIds.every((id) => id === shipmentId);
}
