import type { StopEvent } from './device-event';
import type { Instruction } from '../instructions/instruction';

/**
 * Whether a parcel was handed over at its old stop by a driver who had not heard yet that it was to go elsewhere. One that fails
 * there is still in the van, and its instruction stands.
 */
export function isOvertaken(
  { before, receivedAtMs }: Instruction,
  event: StopEvent | { kind: 'started' },
  atMs: number,
): boolean {
  if (event.kind !== 'completed' || before?.stop.id !== event.stopId) return false;
  return receivedAtMs === null || atMs < receivedAtMs;
}
