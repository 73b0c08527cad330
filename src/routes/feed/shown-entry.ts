import type { Instruction } from '../instructions/instruction';
import type { ParcelDescription } from '../parcel';
import type { RouteChange } from '../route-change';
import { shownChange } from '../shown-route';

/** What belongs with an entry of a feed, as it is now. */
export interface Beside {
  instructions: ReadonlyMap<string, Instruction>;
  parcels: ReadonlyMap<string, ParcelDescription>;
}

export type ShownEntry = ReturnType<typeof shownEntry>;

/** An entry of a route's feed with all that a driver needs beside it: stops as they were after it, the rest as it is now. */
export function shownEntry(change: RouteChange, { instructions, parcels }: Beside) {
  return {
    ...shownChange(change, instructions.get(change.instructionId ?? '') ?? null),
    parcels: shipmentsOf(change, instructions).flatMap((id) => parcels.get(id) ?? []),
  };
}

/** The shipments that an entry speaks of. */
export function shipmentsOf(
  { content, instructionId }: RouteChange,
  instructions: Beside['instructions'],
): string[] {
  const named = instructions.get(instructionId ?? '')?.shipmentId ?? null;
  const ids = content.stops.flatMap(({ shipmentIds }) => shipmentIds);
  return [...new Set(named === null ? ids : [...ids, named])];
}
