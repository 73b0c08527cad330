import { reworded, type AnswerLanguage } from '../checks/answer';
import type { Shipment } from './shipment';
import type { ShipmentEvent } from './shipment-events-store';

/** A shipment as the API shows it, its check in the reader's language. */
export function shownShipment(shipment: Shipment, language: AnswerLanguage) {
  const { id, version, reference, barcode, state, hold, failure, recipient, entry, address } = shipment;
  const { depot, promisedOn, driverNote, check } = shipment;
  return {
    ...{ id, version, reference, barcode, state, hold, failure, recipient, entry, address },
    ...{ depot, promisedOn, driverNote },
    stateAt: instant(shipment.stateAtMs),
    check: check === null ? null : reworded(check, language),
    createdAt: instant(shipment.createdAtMs),
    updatedAt: instant(shipment.updatedAtMs),
  };
}

/** An event as the API shows it: of who did it only on which side. */
export function shownEvent(event: ShipmentEvent) {
  const { id, code, reason, effect, state, device, actor } = event;
  return {
    ...{ id, code, reason, effect, state, device },
    by: sideOf(actor),
    occurredAt: instant(event.occurredAtMs),
    receivedAt: instant(event.receivedAtMs),
  };
}

export const SIDES = ['shop', 'carrier', 'driver', 'system'] as const;
export type Side = (typeof SIDES)[number];

/** On which side someone stands whom the log names by an id. */
export function sideOf(actor: string): Side {
  if (actor.startsWith('key_')) return 'shop';
  if (actor.startsWith('dev_')) return 'driver';
  return actor.startsWith('per_') || actor === 'operator' ? 'carrier' : 'system';
}

function instant(atMs: number): string {
  return new Date(atMs).toISOString();
}
