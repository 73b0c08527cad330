import type { Place, Window } from '../route';

/** A van holds a few hundred; and each is a row that is locked, read and written. */
export const MOST_PARCELS = 1_000;

/** One stop of a plan. */
export interface PlannedStop {
  /** Ids of shipments, or barcodes. */
  parcels: readonly string[];
  serviceMs: number;
  window: Window | null;
  plannedAtMs: number | null;
  /** null where it is for the register to say. */
  place: Place | null;
}

/** A day's route as the planning system sends it, its stops in their sequence. Times are milliseconds since 1970. */
export interface RoutePlan {
  reference: string;
  day: string;
  depot: string;
  driver: string;
  vehicle: string;
  start: Place | null;
  startsAtMs: number;
  endsAtMs: number;
  stops: readonly PlannedStop[];
}

/** Every name of a parcel in a plan, with where it stands there. */
export function namesIn({ stops }: RoutePlan): { name: string; pointer: string }[] {
  return stops.flatMap(({ parcels }, stop) =>
    parcels.map((name, parcel) => ({ name, pointer: `/stops/${stop}/shipments/${parcel}` })),
  );
}
