import type { RouteState, StopState, WindowState } from './states';

/** A point on the earth, in degrees (WGS 84). */
export interface Place {
  lat: number;
  lon: number;
}

/** An address that a driver can drive to. */
export interface StopAddress {
  street: string;
  houseNumber: number;
  houseNumberAddition: string | null;
  postcode: string | null;
  city: string;
  country: string;
}

/** The promised hours at a stop. Times are milliseconds since 1970. */
export interface Window {
  fromMs: number;
  untilMs: number;
  state: WindowState;
}

/** One place on a route, where shipments of one address are handed over. */
export interface Stop {
  id: string;
  /** Its place in the sequence, which ascends with it. */
  rank: number;
  state: StopState;
  shipmentIds: readonly string[];
  address: StopAddress;
  /** null where the register knows no coordinates. */
  place: Place | null;
  serviceMs: number;
  window: Window | null;
  /** When the planning system means the driver to arrive; null where it did not say. */
  plannedAtMs: number | null;
  /** What the road takes from the stop (or, null, from the start) named by `fromStopId`; null where it was not asked. */
  travel: { ms: number; fromStopId: string | null } | null;
  /** Why it failed, in the words of the scan codes. */
  failure: string | null;
  arrivedAtMs: number | null;
  doneAtMs: number | null;
}

/** A driver's delivery round of one day. */
export interface Route {
  id: string;
  /** The planning system's name for it, one a day and depot. */
  reference: string;
  /** A date as YYYY-MM-DD, in Europe/Amsterdam. */
  day: string;
  depot: string;
  driver: string;
  vehicle: string;
  state: RouteState;
  /** Counts its changes, from 1: the number of the latest entry of its feed. */
  version: number;
  start: Place | null;
  startsAtMs: number;
  /** The end of the shift. */
  endsAtMs: number;
  /** When it was over; null while it is not. */
  endedAtMs: number | null;
  /** Where its device was last. */
  position: (Place & { atMs: number }) | null;
  deviceSeenAtMs: number | null;
  /** In the order in which they are driven to. */
  stops: readonly Stop[];
  createdAtMs: number;
  updatedAtMs: number;
}
