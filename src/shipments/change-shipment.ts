import { auditInsert } from '../audit/record-audit';
import type { Clock } from '../clock';
import { isUnknownReference } from '../database/database-error';
import type { Database, Transaction } from '../database/open-database';
import type { Write } from '../database/write';
import { writeTogether } from '../database/write-together';
import type { Caller } from '../http/caller';
import { refuseOtherVersion } from '../http/version';
import type { Once } from '../idempotency/once';
import { writeOnce, type Written } from '../idempotency/write-once';
import { type DecisionCode, decisionEvent } from './decision-event';
import { shipmentToChange } from './find-shipment';
import { orderedOnceTo } from './remembered';
import { unknownDepot } from './refusals';
import type { Shipment } from './shipment';
import { eventRows } from './shipment-events-store';
import type { ShipmentFollower } from './shipment-follower';
import { keptAddress, shipmentUpdate } from './shipments-store';

/** One change of a shipment: how it was, how it is to be, and whose doing it is. */
export interface ShipmentChange {
  before: Shipment;
  /** Its version and time of change are seen to. */
  after: Shipment;
  /** What was decided; `changed` where only what is told of the shipment is another. */
  code: DecisionCode | 'changed';
  reason: string | null;
  actor: string;
}

export interface ChangeRequest {
  caller: Caller;
  shipmentId: string;
  /** The version that the change is based on. */
  expected: number;
}

export interface ChangeDependencies {
  database: Database;
  clock: Clock;
  followShipment: ShipmentFollower;
}

/**
 * Changes one shipment, once, as `decide` says of its present state; where that leaves it as it is, nothing is written.
 * @throws Problem not-found for one out of reach; precondition-failed where someone else was first; what decide throws
 */
export async function changeShipment(
  { database, clock, followShipment }: ChangeDependencies,
  { caller, shipmentId, expected }: ChangeRequest,
  once: Once,
  decide: (shipment: Shipment, nowMs: number) => ShipmentChange,
): Promise<Written<Shipment>> {
  const nowMs = clock.nowMs();
  return writeOnce(database, once, nowMs, async (trx) => {
    const before = await shipmentToChange(trx, caller, shipmentId);
    refuseOtherVersion(before.version, expected);
    const change = decide(before, nowMs);
    // Whoever holds its ETag need not read it anew.
    if (change.after === before) return { subject: shipmentId, result: before };
    const written = await writeChange(trx, change, nowMs);
    const result = written.state === before.state ? written : await followShipment(trx, written, nowMs);
    return { subject: shipmentId, result };
  });
}

/**
 * Writes a change within a transaction: the shipment, its new address, what happened and the audit log.
 * @throws Problem precondition-failed where someone else was first; invalid-request for a depot that is none
 */
export async function writeChange(
  trx: Transaction,
  change: ShipmentChange,
  nowMs: number,
): Promise<Shipment> {
  const { shipment, writes } = changed(change, nowMs);
  const known = change.code === 'released' ? await orderedOnceTo(trx, shipment, nowMs) : [];
  await refusingUnknown(() => writeTogether(trx, [...writes, ...known]));
  return shipment;
}

/** What is written of a change, and the shipment as it is then; what a release makes known of its customer is not among it. */
export function changed(
  { before, after, code, reason, actor }: ShipmentChange,
  nowMs: number,
): { shipment: Shipment; writes: Write[] } {
  const shipment = { ...after, version: before.version + 1, updatedAtMs: nowMs };
  const events = code === 'changed' ? [] : [decisionEvent(shipment, { code, reason, actor }, nowMs)];
  const details = { from: before.state, to: shipment.state, version: shipment.version };
  const writes = [
    ...(shipment.addressId === before.addressId ? [] : keptAddress(shipment)),
    shipmentUpdate(before, shipment),
    eventRows(events),
    auditInsert([{ actor, action: `shipment.${code}`, subject: shipment.id, details }], nowMs),
  ];
  return { shipment, writes };
}

async function refusingUnknown(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw isUnknownReference(error) ? unknownDepot() : error;
  }
}
