import type { EnteredAddress } from '../checks/address';
import type { AddressCheckAnswer } from '../checks/answer';
import type { Insert } from '../database/insert-together';
import type { DeliveryAddress, FailureReason, HoldReason, Shipment } from './shipment';
import type { ShipmentState } from './states';

export interface ShipmentRow {
  id: string;
  shop_id: string;
  reference: string;
  barcode: string;
  version: number;
  state: ShipmentState;
  state_at: number;
  hold_reason: HoldReason | null;
  hold_note: string | null;
  failure_reason: FailureReason | null;
  has_left: number;
  recipient_name: string;
  recipient_email: string | null;
  recipient_phone: string | null;
  recipient_language: 'nl' | 'en';
  customer: string | null;
  depot: string | null;
  promised_on: string | null;
  driver_note: string | null;
  entry: string;
  is_confirmed: number;
  address_id: string | null;
  check_id: string | null;
  created_at: number;
  updated_at: number;
}

interface AddressRow {
  id: string;
  shipment_id: string;
  street: string;
  house_number: number;
  addition: string | null;
  postcode: string | null;
  city: string;
  country: string;
}

/** A shipment's row with its address and the answer of its latest check beside it. */
export type FoundRow = ShipmentRow & {
  [Part in Exclude<keyof AddressRow, 'shipment_id'> as `address_${Part}`]: AddressRow[Part] | null;
} & {
  answer: string | null;
};

/** The row of a new shipment. */
export function shipmentRow(shipment: Shipment): Insert {
  return { table: 'shipments', rows: [{ ...rowOf(shipment) }] };
}

/** The row of an address of a shipment, which is never written again. */
export function addressRow(shipmentId: string, id: string, address: DeliveryAddress): Insert {
  const row: Record<keyof AddressRow, string | number | null> = {
    id,
    shipment_id: shipmentId,
    street: address.street,
    house_number: address.houseNumber,
    addition: address.houseNumberAddition,
    postcode: address.postcode,
    city: address.city,
    country: address.country,
  };
  return { table: 'addresses', rows: [row] };
}

/** The row of a check of a shipment's address, which is never written again. */
export function checkRow(
  shipmentId: string,
  { entry, answer, atMs }: { entry: EnteredAddress; answer: AddressCheckAnswer; atMs: number },
): Insert {
  const row = { id: answer.id, shipment_id: shipmentId, at: atMs };
  return {
    table: 'shipment_checks',
    rows: [{ ...row, entry: JSON.stringify(entry), answer: JSON.stringify(answer) }],
  };
}

export function rowOf(shipment: Shipment): ShipmentRow {
  const { recipient, hold } = shipment;
  return {
    id: shipment.id,
    shop_id: shipment.shopId,
    reference: shipment.reference,
    barcode: shipment.barcode,
    version: shipment.version,
    state: shipment.state,
    state_at: shipment.stateAtMs,
    hold_reason: hold?.reason ?? null,
    hold_note: hold?.note ?? null,
    failure_reason: shipment.failure,
    has_left: Number(shipment.hasLeft),
    recipient_name: recipient.name,
    recipient_email: recipient.email,
    recipient_phone: recipient.phone,
    recipient_language: recipient.language,
    customer: shipment.customer,
    depot: shipment.depot,
    promised_on: shipment.promisedOn,
    driver_note: shipment.driverNote,
    entry: JSON.stringify(shipment.entry),
    is_confirmed: Number(shipment.isConfirmed),
    address_id: shipment.addressId,
    check_id: shipment.check?.id ?? null,
    created_at: shipment.createdAtMs,
    updated_at: shipment.updatedAtMs,
  };
}

export function shipmentOf(row: FoundRow): Shipment {
  return {
    id: row.id,
    shopId: row.shop_id,
    reference: row.reference,
    barcode: row.barcode,
    version: row.version,
    state: row.state,
    stateAtMs: row.state_at,
    hold: row.hold_reason === null ? null : { reason: row.hold_reason, note: row.hold_note },
    failure: row.failure_reason,
    hasLeft: row.has_left === 1,
    recipient: {
      name: row.recipient_name,
      email: row.recipient_email,
      phone: row.recipient_phone,
      language: row.recipient_language,
    },
    customer: row.customer,
    depot: row.depot,
    promisedOn: row.promised_on,
    driverNote: row.driver_note,
    entry: JSON.parse(row.entry) as EnteredAddress,
    isConfirmed: row.is_confirmed === 1,
    addressId: row.address_id,
    address: addressOf(row),
    check: row.answer === null ? null : (JSON.parse(row.answer) as AddressCheckAnswer),
    createdAtMs: row.created_at,
    updatedAtMs: row.updated_at,
  };
}

function addressOf(row: FoundRow): DeliveryAddress | null {
  if (row.address_id === null) return null;
  return {
    street: row.address_street ?? '',
    houseNumber: row.address_house_number ?? 0,
    houseNumberAddition: row.address_addition,
    postcode: row.address_postcode,
    city: row.address_city ?? '',
    country: row.address_country ?? '',
  };
}
