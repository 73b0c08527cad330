import { newId } from '../ids';
import type { Shipment } from './shipment';
import type { ShipmentEvent } from './shipment-events-store';

/** What someone decided of a shipment, or told, as opposed to what a device saw. `pushed` to `answered` are of its driver. */
export const DECISIONS = [
  'registered',
  'released',
  'held',
  'cancelled',
  'readdressed',
  'pushed',
  'acknowledged',
  'refused',
  'asked',
  'answered',
] as const;
export type DecisionCode = (typeof DECISIONS)[number];

export interface Decided {
  code: DecisionCode;
  reason: string | null;
  actor: string;
}

/** The event of a decision that has left a shipment as it is given. */
export function decisionEvent(
  { id, state }: Pick<Shipment, 'id' | 'state'>,
  { code, reason, actor }: Decided,
  nowMs: number,
): ShipmentEvent {
  return {
    id: newId('evt', nowMs),
    shipmentId: id,
    ...{ code, reason, actor, state },
    effect: 'applied',
    device: null,
    occurredAtMs: nowMs,
    receivedAtMs: nowMs,
  };
}
