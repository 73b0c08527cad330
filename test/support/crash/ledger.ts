/** What is written, by the first word of its idempotency key. */
export type Operation = 'register' | 'change' | 'correct' | 'scan';

/** A write that was acknowledged: the service said that it is done. */
export interface Acknowledged {
  key: string;
  operation: Operation;
  shipmentId: string;
}

/** A shipment as its only writer knows it. */
export interface KnownShipment {
  id: string;
  version: number;
  note: string;
}

/** What all writers were told. */
export class Ledger {
  readonly acknowledged: Acknowledged[] = [];
  readonly shipments = new Map<string, KnownShipment>();
  /** How often a write had to be sent again, and how often it turned out to have been done. */
  readonly retries = { sent: 0, replayed: 0 };
  /** Answers that said to come back later. */
  unavailable = 0;

  note(write: Acknowledged, shipment: KnownShipment): void {
    this.acknowledged.push(write);
    this.shipments.set(shipment.id, shipment);
  }
}
