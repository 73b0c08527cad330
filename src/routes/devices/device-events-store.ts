import type { Insert } from '../../database/insert-together';
import type { Database } from '../../database/open-database';
import type { DeviceEvent, NewEffect } from './device-event';

interface DeviceEventRow {
  device_id: string;
  device_seq: number;
  route_id: string;
  kind: DeviceEvent['kind'];
  subject: string | null;
  effect: NewEffect;
  occurred_at: number;
  received_at: number;
}

/** An event of a device, with what became of it. */
export interface DoneEvent {
  event: DeviceEvent;
  effect: NewEffect;
  /** When it happened, as far as it can be known. */
  atMs: number;
}

/** The rows of events; a second time the database refuses them. */
export function deviceEventRows(
  { device, routeId, nowMs }: { device: string; routeId: string; nowMs: number },
  done: readonly DoneEvent[],
): Insert {
  const rows = done.map(({ event, effect, atMs }) => ({
    device_id: device,
    device_seq: event.deviceSeq,
    route_id: routeId,
    kind: event.kind,
    subject: subjectOf(event),
    effect,
    occurred_at: atMs,
    received_at: nowMs,
  }));
  return { table: 'device_events', rows };
}

function subjectOf(event: DeviceEvent): string | null {
  if ('stopId' in event) return event.stopId;
  return 'instructionId' in event ? event.instructionId : null;
}

/** Which of these a device has sent before, by its own count, and when the latest thing that it ever reported happened. */
export async function readDone(
  database: Database,
  device: string,
  seqs: readonly number[],
): Promise<{ seqs: ReadonlySet<number>; latestMs: number }> {
  const events = () => database<DeviceEventRow>('device_events').where({ device_id: device });
  const known = await events()
    .whereIn('device_seq', [...seqs])
    .pluck<number[]>('device_seq');
  const last = await events().orderBy('device_seq', 'desc').first('occurred_at');
  return { seqs: new Set(known), latestMs: last?.occurred_at ?? 0 };
}
