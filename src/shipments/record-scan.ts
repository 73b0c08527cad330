import { auditInsert } from '../audit/record-audit';
import type { Transaction } from '../database/open-database';
import type { Insert } from '../database/write';
import { writeTogether } from '../database/write-together';
import type { Caller } from '../http/caller';
import { newId } from '../ids';
import type { Once } from '../idempotency/once';
import { writeOnce, type Written } from '../idempotency/write-once';
import type { ChangeDependencies } from './change-shipment';
import { actorOf, shipmentToChange } from './find-shipment';
import { deliveredTo } from './remembered';
import { changedBy, effectOf, type Scan, type ScanEffect } from './scan';
import type { Shipment } from './shipment';
import { eventRows, type ShipmentEvent, wasScanned } from './shipment-events-store';
import { shipmentUpdate } from './shipments-store';

export interface RecordedScan {
  event: ShipmentEvent;
  shipment: Shipment;
}

/**
 * Records what a device saw, once. Every scan is kept; only one that is newer than what is known, and possible, changes
 * the shipment. A delivery that failed for its address holds it: the address is the question again.
 * @throws Problem not-found for a shipment out of reach
 */
export async function recordScan(
  { database, clock, followShipment }: ChangeDependencies,
  { caller, shipmentId, scan }: { caller: Caller; shipmentId: string; scan: Omit<Scan, 'receivedAtMs'> },
  once: Once,
): Promise<Written<RecordedScan>> {
  const nowMs = clock.nowMs();
  return writeOnce(database, once, nowMs, async (trx) => {
    const before = await shipmentToChange(trx, caller, shipmentId);
    const seen = { scan: { ...scan, receivedAtMs: nowMs }, actor: actorOf(caller) };
    const result = await scanWithin(trx, followShipment, before, seen);
    return { subject: shipmentId, result };
  });
}

/** As recordScan, within a transaction that has locked the shipment. */
export async function scanWithin(
  trx: Transaction,
  followShipment: ChangeDependencies['followShipment'],
  before: Shipment,
  { scan, actor }: { scan: Scan; actor: string },
): Promise<RecordedScan> {
  const event = scanEvent(before, scan, actor);
  const effect = effectOf(before, scan, await wasScanned(trx, event));
  const recorded = await writeScan(trx, before, { event, scan, effect });
  if (recorded.shipment.state === before.state) return recorded;
  return { ...recorded, shipment: await followShipment(trx, recorded.shipment, scan.receivedAtMs) };
}

interface JudgedScan {
  event: ShipmentEvent;
  scan: Scan;
  effect: ScanEffect;
}

async function writeScan(trx: Transaction, before: Shipment, judged: JudgedScan): Promise<RecordedScan> {
  const { scan, effect } = judged;
  const nowMs = scan.receivedAtMs;
  const shipment =
    effect === 'applied'
      ? { ...before, ...changedBy(before, scan), version: before.version + 1, updatedAtMs: nowMs }
      : before;
  const event = { ...judged.event, effect, state: shipment.state };
  await writeTogether(trx, [
    ...(shipment === before ? [] : [shipmentUpdate(before, shipment)]),
    eventRows([event]),
    ...(effect === 'applied' ? deliveredTo(shipment, nowMs) : []),
    auditScan(event, nowMs),
  ]);
  return { event, shipment };
}

function auditScan({ actor, shipmentId, code, effect, state }: ShipmentEvent, nowMs: number): Insert {
  const details = { code, effect, state };
  return auditInsert([{ actor, action: 'shipment.scanned', subject: shipmentId, details }], nowMs);
}

function scanEvent({ id, state }: Shipment, scan: Scan, actor: string): ShipmentEvent {
  const { code, reason, device, occurredAtMs, receivedAtMs } = scan;
  return {
    id: newId('evt', receivedAtMs),
    shipmentId: id,
    ...{ code, reason, device, occurredAtMs, receivedAtMs, actor, state },
    effect: 'applied',
  };
}
