import type { Transaction } from '../database/open-database';
import type { Instruction } from './instructions/instruction';
import { listInstructions } from './instructions/instructions-store';
import { closeAlerts } from './alerts/raise-alert';
import { routeIs } from './refusals';
import type { Route, Stop } from './route';
import type { RouteFollower } from './route-follower';
import { ROUTE_TRANSITIONS, wasVisited } from './states';
import { moveInstruction } from './instructions/write-instruction';
import { writeRoute } from './write-route';

export interface RouteEnd {
  actor: string;
  /** The device that told of it; null where someone ended it by hand. */
  device: string | null;
  nowMs: number;
  /** By the device's clock; now where it was no device. */
  occurredAtMs?: number;
  followRoute: RouteFollower;
}

/**
 * Ends a route within a transaction that has locked it: what the driver has not answered expires, promises of stops
 * where the driver has not been are missed, and whoever builds on routes is told. The end is the last entry of its feed,
 * but for what turns out to have been done before it.
 * @throws Problem conflict where it has ended already
 */
export async function endRoute(trx: Transaction, route: Route, end: RouteEnd): Promise<Route> {
  if (!ROUTE_TRANSITIONS[route.state].includes('ended')) throw routeIs(route.state);
  const { actor, device, nowMs, followRoute, occurredAtMs = nowMs } = end;
  const { route: before, open } = await expireWaiting(trx, route, end);
  const stops = before.stops.map(withBrokenPromise);
  const after: Route = { ...before, state: 'ended', endedAtMs: occurredAtMs, stops };
  const ended = await writeRoute(trx, { before, after }, { kind: 'ended', actor }, nowMs);
  await closeAlerts(trx, route.id, nowMs);
  return followRoute(trx, ended, { kind: 'ended', open, occurredAtMs }, { actor, device, nowMs });
}

async function expireWaiting(trx: Transaction, route: Route, { actor, nowMs }: RouteEnd) {
  const open: Instruction[] = [];
  let current = route;
  for (const instruction of await listInstructions(trx, { routeId: route.id, state: 'pushed' })) {
    const step = { instruction, before: current, after: current };
    const closed = await moveInstruction(trx, step, { state: 'expired', actor }, nowMs);
    current = closed.route;
    open.push(closed.instruction);
  }
  return { route: current, open };
}

function withBrokenPromise(stop: Stop): Stop {
  if (wasVisited(stop.state) || stop.window?.state !== 'promised') return stop;
  return { ...stop, window: { ...stop.window, state: 'missed' } };
}
