import type { Transaction } from '../database/open-database';
import type { Shipment } from './shipment';

/**
 * Told of every shipment that came into another state, in the transaction in which it did, for what is built on shipments;
 * gives the shipment as it is then.
 */
export type ShipmentFollower = (trx: Transaction, shipment: Shipment, nowMs: number) => Promise<Shipment>;
