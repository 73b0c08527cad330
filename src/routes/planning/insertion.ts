import type { Place, Stop, StopAddress, Window } from '../route';

/** What a new place on a route would be: where, and how long the driver is busy there. */
export interface NewStop {
  address: StopAddress;
  /** null where the register knows no coordinates. */
  place: Place | null;
  serviceMs: number;
}

/** A stop at a new place, as it is to be driven to; its rank comes with its place in the sequence. */
export function newStopAt(
  { address, place, serviceMs }: NewStop,
  { id, shipmentIds, window }: Pick<Stop, 'id' | 'shipmentIds' | 'window'>,
): Stop {
  return {
    id,
    rank: 0,
    state: 'planned',
    shipmentIds,
    address,
    place,
    serviceMs,
    window,
    plannedAtMs: null,
    travel: null,
    failure: null,
    arrivedAtMs: null,
    doneAtMs: null,
  };
}

/** How another customer's window fares. */
export interface WindowMove {
  stopId: string;
  /** How much later the driver comes there; negative for earlier. */
  movesMs: number;
  /** As it stands now. */
  window: Window;
  /** Whether it was promised and the driver would now come after it, or still later than he already did. */
  breaks: boolean;
}

/** Where a parcel can be put into a route, and what that does to the rest of it. Times are milliseconds since 1970. */
export interface Insertion {
  /** The stop that comes before the new one in the order of driving; null for the start. */
  afterStopId: string | null;
  /** The stop of the same address that the parcel goes to, in which case there is no new one. */
  joinsStopId: string | null;
  /** null where the new place has no coordinates: what the planner promised is then all there is. */
  arriveMs: number | null;
  /** How many undone stops come before it. */
  stopsBefore: number;
  /** How much later the route ends; negative for earlier, null where neither end is known. */
  addedMs: number | null;
  /** Of all others that have a window, those where the driver comes at another time than before. */
  moves: readonly WindowMove[];
  /** When the route will then end. */
  endMs: number | null;
  /** Whether the shift would then end after its time, where it did not before, or still later. */
  exceedsShift: boolean;
}

/** Why there is no place: each would come too soon for the driver, or break a promise, or outlast the shift. */
export type NoInsertion = 'too_late' | 'breaks_promises' | 'exceeds_shift';
