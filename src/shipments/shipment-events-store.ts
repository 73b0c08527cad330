import type { Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import type { ScanEffect } from './scan';
import type { ShipmentState } from './states';

/** Something that happened to a shipment: a scan, or what someone decided. Times are milliseconds since 1970. */
export interface ShipmentEvent {
  id: string;
  shipmentId: string;
  /** A scan's, or the name of a decision. */
  code: string;
  reason: string | null;
  effect: ScanEffect;
  /** The shipment's state after it. */
  state: ShipmentState;
  /** Whose doing it was: the id of a key or a person, or `system`. */
  actor: string;
  device: string | null;
  occurredAtMs: number;
  receivedAtMs: number;
}

interface EventRow {
  id: string;
  shipment_id: string;
  code: string;
  reason: string | null;
  effect: ScanEffect;
  state: ShipmentState;
  actor: string;
  device: string | null;
  occurred_at: number;
  received_at: number;
}

/** The rows of events, which are never written again. */
export function eventRows(events: readonly ShipmentEvent[]): Insert {
  return { table: 'shipment_events', rows: events.map((event) => ({ ...rowOf(event) })) };
}

/** What happened to a shipment, in the order in which it was heard of. */
export async function listEvents(database: Database, shipmentId: string): Promise<ShipmentEvent[]> {
  const rows = await database<EventRow>('shipment_events').where({ shipment_id: shipmentId }).orderBy('id');
  return rows.map(eventOf);
}

/** Whether this very scan was heard of before, and counted: one that was not possible then may be now. */
export async function wasScanned(
  database: Database,
  { shipmentId, code, device, occurredAtMs }: ShipmentEvent,
): Promise<boolean> {
  const row = await database<EventRow>('shipment_events')
    .where({ shipment_id: shipmentId, code, device, occurred_at: occurredAtMs, effect: 'applied' })
    .first('id');
  return row !== undefined;
}

function rowOf(event: ShipmentEvent): EventRow {
  return {
    id: event.id,
    shipment_id: event.shipmentId,
    code: event.code,
    reason: event.reason,
    effect: event.effect,
    state: event.state,
    actor: event.actor,
    device: event.device,
    occurred_at: event.occurredAtMs,
    received_at: event.receivedAtMs,
  };
}

function eventOf(row: EventRow): ShipmentEvent {
  return {
    id: row.id,
    shipmentId: row.shipment_id,
    code: row.code,
    reason: row.reason,
    effect: row.effect,
    state: row.state,
    actor: row.actor,
    device: row.device,
    occurredAtMs: row.occurred_at,
    receivedAtMs: row.received_at,
  };
}
