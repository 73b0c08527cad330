import { auditInsert } from '../audit/record-audit';
import type { Clock } from '../clock';
import { isUnknownReference } from '../database/database-error';
import { insertTogether } from '../database/insert-together';
import type { Database } from '../database/open-database';
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
import { keepAddress, updateShipment } from './shipments-store';

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
  trx: Database,
  { before, after, code, reason, actor }: ShipmentChange,
  nowMs: number,
): Promise<Shipment> {
  const written = { ...after, version: before.version + 1, updatedAtMs: nowMs };
  if (written.addressId !== before.addressId) await keepAddress(trx, written);
  if (!(await updateKnown(trx, written))) refuseOtherVersion(written.version, before.version);
  const events = code === 'changed' ? [] : [decisionEvent(written, { code, reason, actor }, nowMs)];
  const details = { from: before.state, to: written.state, version: written.version };
  await insertTogether(trx, [
    eventRows(events),
    ...(code === 'released' ? await orderedOnceTo(trx, written, nowMs) : []),
    auditInsert([{ actor, action: `shipment.${code}`, subject: written.id, details }], nowMs),
  ]);
  return written;
}

async function updateKnown(trx: Database, shipment: Shipment): Promise<boolean> {
  try {
    return await updateShipment(trx, shipment);
  } catch (error) {
    throw isUnknownReference(error) ? unknownDepot() : error;
  }
}
