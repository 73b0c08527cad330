import type { Transaction } from '../database/open-database';
import type { Instruction } from './instructions/instruction';
import type { Route, Stop } from './route';

/** Something that a driver did, or that came of it, and that shipments and corrections must hear of. */
export type RouteHappening =
  | { kind: 'stop'; stop: Stop; occurredAtMs: number }
  | { kind: 'instruction'; instruction: Instruction; occurredAtMs: number }
  /** A parcel was handed over at its old stop before its driver heard that it was to go elsewhere. */
  | { kind: 'overtaken'; instruction: Instruction; occurredAtMs: number }
  | { kind: 'started'; occurredAtMs: number }
  | { kind: 'ended'; open: readonly Instruction[]; occurredAtMs: number };

/** Who did it, with which device, and when it came to be known. */
export interface Told {
  actor: string;
  device: string | null;
  nowMs: number;
}

/**
 * Does, within the transaction of what happened on a route, what follows from it elsewhere, and gives the route as it is
 * then: a parcel that a driver refuses to bring elsewhere goes back to its stop. The route is locked already and shipments
 * are locked after it, never before: two transactions that did it in both orders would wait for each other.
 */
export type RouteFollower = (
  trx: Transaction,
  route: Route,
  happening: RouteHappening,
  told: Told,
) => Promise<Route>;
