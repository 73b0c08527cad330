import type { EnteredAddress } from '../checks/address';
import type { AddressCheckAnswer } from '../checks/answer';
import type { ShipmentState } from './states';

/** Why a shipment is held: what its check said, a delivery that failed for its address, or an agent. */
export const HOLD_REASONS = ['check_fix', 'check_confirm', 'delivery_failed', 'agent'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why a delivery failed. */
export const FAILURE_REASONS = [
  'incorrect_address',
  'moved',
  'not_at_home',
  'refused',
  'no_access',
  'other',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

export interface Recipient {
  name: string;
  email: string | null;
  phone: string | null;
  language: 'nl' | 'en';
}

/** Where a parcel goes. It never changes: another address is another one. */
export interface DeliveryAddress {
  street: string;
  houseNumber: number;
  houseNumberAddition: string | null;
  postcode: string | null;
  city: string;
  country: string;
}

/** What a shop tells of a shipment, and may change on its way. */
export interface ShipmentDetails {
  recipient: Recipient;
  depot: string | null;
  /** A date as YYYY-MM-DD. */
  promisedOn: string | null;
  driverNote: string | null;
}

/** What is delivered to one recipient. Times are milliseconds since 1970. */
export interface Shipment extends ShipmentDetails {
  id: string;
  shopId: string;
  reference: string;
  barcode: string;
  /** Counts its changes, from 1. */
  version: number;
  state: ShipmentState;
  stateAtMs: number;
  hold: { reason: HoldReason; note: string | null } | null;
  failure: FailureReason | null;
  /** A scan changed its state: it is on its way, or was before it was held again. */
  hasLeft: boolean;
  /** A keyed hash of the shop's own name for its customer; null where it gave none. */
  customer: string | null;
  /** The address as it was typed. */
  entry: EnteredAddress;
  /** The shopper was asked, and says that the address is right. */
  isConfirmed: boolean;
  /** Where it goes; null as long as that is the question. */
  addressId: string | null;
  address: DeliveryAddress | null;
  /** The latest check of its address; null as long as it could not be checked. */
  check: AddressCheckAnswer | null;
  createdAtMs: number;
  updatedAtMs: number;
}
