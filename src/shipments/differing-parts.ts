import type { EnteredAddress } from '../checks/address';
import type { Order } from './new-shipment';
import type { Shipment } from './shipment';

/** A part of an order that a shipment of the same reference has otherwise, by its name in the request. */
export type DifferingPart =
  | keyof Pick<Order, 'barcode' | 'customerReference' | 'depot' | 'promisedOn' | 'driverNote'>
  | 'name'
  | 'email'
  | 'phone'
  | 'language'
  | 'address'
  | 'addressConfirmed';

/** What an order says otherwise than the shipment that has its reference; `customer` is the hash of the order's. */
export function differingParts(order: Order, customer: string | null, shipment: Shipment): DifferingPart[] {
  const { recipient } = shipment;
  const isSame: Record<DifferingPart, boolean> = {
    name: order.recipient.name === recipient.name,
    email: order.recipient.email === recipient.email,
    phone: order.recipient.phone === recipient.phone,
    language: order.recipient.language === recipient.language,
    address: isSameEntry(order.entry, shipment.entry),
    addressConfirmed: order.isConfirmed === shipment.isConfirmed,
    barcode: order.barcode === null || order.barcode === shipment.barcode,
    customerReference: customer === shipment.customer,
    depot: order.depot === shipment.depot,
    promisedOn: order.promisedOn === shipment.promisedOn,
    driverNote: order.driverNote === shipment.driverNote,
  };
  return (Object.keys(isSame) as DifferingPart[]).filter((part) => !isSame[part]);
}

const ENTRY_PARTS = [
  'street',
  'houseNumber',
  'houseNumberAddition',
  'postcode',
  'city',
  'country',
  'addressLine',
] as const satisfies readonly (keyof EnteredAddress)[];

function isSameEntry(a: EnteredAddress, b: EnteredAddress): boolean {
  const typed = (entry: EnteredAddress, part: keyof EnteredAddress) => String(entry[part] ?? '').trim();
  return ENTRY_PARTS.every((part) => typed(a, part) === typed(b, part));
}
