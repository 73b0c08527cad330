import type { EnteredAddress } from '../checks/address';
import type { AddressCheckAnswer } from '../checks/answer';
import type { DeliveryAddress, Shipment } from '../shipments/shipment';
import type { CorrectionPlan } from './plan';
import type { CorrectionState } from './states';

export const CORRECTION_SOURCES = ['agent', 'shop', 'customer', 'email'] as const;
/** From whom it came, whoever typed it. */
export type CorrectionSource = (typeof CORRECTION_SOURCES)[number];

/** A shipment as it was, for a correction to be undone. */
export type PriorShipment = Pick<Shipment, 'state' | 'hold' | 'failure' | 'addressId' | 'address' | 'check'>;

/** A new address for a shipment. Times are milliseconds since 1970. */
export interface Correction {
  id: string;
  shipmentId: string;
  /** Counts its changes, from 1. */
  version: number;
  state: CorrectionState;
  source: CorrectionSource;
  /** The id of the key or the person that proposed it. */
  proposedBy: string;
  /** The address as it was typed. */
  entry: EnteredAddress;
  /** Its check; null while the register was away. */
  check: AddressCheckAnswer | null;
  /** The address that was approved; null until then. */
  address: DeliveryAddress | null;
  /** Why it was approved although it was blocked, rejected, or refused by the driver. */
  reason: string | null;
  decidedBy: string | null;
  /** The shipment as it was before; null until it is approved. */
  prior: PriorShipment | null;
  /** How it is carried out; null until it is approved, and where it only takes another address. */
  plan: CorrectionPlan | null;
  /** The later correction that took its place. */
  supersededBy: string | null;
  createdAtMs: number;
  updatedAtMs: number;
}
