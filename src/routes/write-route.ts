import type { Transaction } from '../database/open-database';
import { auditInsert } from '../audit/record-audit';
import type { Insert, Write } from '../database/write';
import { writeTogether } from '../database/write-together';
import type { Route } from './route';
import type { ChangeKind, RouteChange } from './route-change';
import { changeRow } from './route-changes-store';
import { ROUTES_CHANNEL } from './routes-channel';
import { routeWrites } from './routes-store';
import { changedStops } from './changed-stops';

/** What a change of a route is, for its feed and the audit log. */
export interface RouteEntry {
  kind: ChangeKind;
  actor: string;
  /** The instruction that the entry carries or closes. */
  instructionId?: string;
  text?: string | null;
  /** Of a plan that was sent anew; '' where the route is no longer as its plan has it. */
  fingerprint?: string;
  /** What else belongs to the change. */
  writes?: readonly Write[];
}

/** A change of a route before it is written. */
export interface RouteStep {
  before: Route;
  after: Route;
}

/**
 * Writes a change of a route within a transaction that has locked it: the route, one entry of its feed and the audit log;
 * whoever follows the feed is told when it has committed.
 * @throws Problem precondition-failed where someone else was first
 */
export async function writeRoute(
  trx: Transaction,
  step: RouteStep,
  entry: RouteEntry,
  nowMs: number,
): Promise<Route> {
  const { route, writes } = changedRoute(step, entry, nowMs);
  await writeTogether(trx, writes);
  return route;
}

/** What writeRoute writes, and the route as it is then. */
export function changedRoute(
  { before, after }: RouteStep,
  entry: RouteEntry,
  nowMs: number,
): { route: Route; writes: Write[] } {
  const route = { ...after, version: before.version + 1, updatedAtMs: nowMs };
  const writes = [
    ...routeWrites(before, route, entry.fingerprint),
    ...(entry.writes ?? []),
    changeRow(changeOf(before, route, entry)),
    auditedRoute(route, entry, nowMs),
    { notify: ROUTES_CHANNEL, payload: route.id },
  ];
  return { route, writes };
}

function changeOf(before: Route, after: Route, { kind, instructionId, text }: RouteEntry): RouteChange {
  const sequence = after.stops.map(({ id }) => id);
  const isSame = sequence.join() === before.stops.map(({ id }) => id).join();
  return {
    routeId: after.id,
    seq: after.version,
    atMs: after.updatedAtMs,
    kind,
    instructionId: instructionId ?? null,
    content: { stops: changedStops(before, after), sequence: isSame ? null : sequence, text: text ?? null },
  };
}

function auditedRoute(
  { id, version }: Route,
  { kind, actor, instructionId }: RouteEntry,
  nowMs: number,
): Insert {
  const details = { version, kind, ...(instructionId === undefined ? {} : { instruction: instructionId }) };
  return auditInsert([{ actor, action: 'route.changed', subject: id, details }], nowMs);
}
