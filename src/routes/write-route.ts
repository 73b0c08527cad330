import type { Transaction } from '../database/open-database';
import { auditInsert } from '../audit/record-audit';
import { type Insert, insertTogether } from '../database/insert-together';
import { notify } from '../database/notifications';
import { refuseOtherVersion } from '../http/version';
import type { Route } from './route';
import type { ChangeKind, RouteChange } from './route-change';
import { changeRow } from './route-changes-store';
import { ROUTES_CHANNEL } from './routes-channel';
import { updateRoute } from './routes-store';
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
  /** Rows that belong to the change. */
  inserts?: readonly Insert[];
}

/**
 * Writes a change of a route within a transaction that has locked it: the route, one entry of its feed and the audit log;
 * whoever follows the feed is told when it has committed.
 * @throws Problem precondition-failed where someone else was first
 */
export async function writeRoute(
  trx: Transaction,
  { before, after }: { before: Route; after: Route },
  entry: RouteEntry,
  nowMs: number,
): Promise<Route> {
  const written = { ...after, version: before.version + 1, updatedAtMs: nowMs };
  if (!(await updateRoute(trx, before, written, entry.fingerprint)))
    refuseOtherVersion(written.version, before.version);
  await insertTogether(trx, [
    ...(entry.inserts ?? []),
    changeRow(changeOf(before, written, entry)),
    auditedRoute(written, entry, nowMs),
  ]);
  await notify(trx, ROUTES_CHANNEL, written.id);
  return written;
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
