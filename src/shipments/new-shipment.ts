import type { EnteredAddress, EnteredKnownAddress } from '../checks/address';
import type { Checked } from '../checks/address-checker';
import { newId } from '../ids';
import { addressAsTyped } from './address-as-typed';
import { decideRelease } from './decide-release';
import type { Shipment, ShipmentDetails } from './shipment';

/** What a shop registers. */
export interface Order extends ShipmentDetails {
  reference: string;
  /** null where the carrier is to make one. */
  barcode: string | null;
  entry: EnteredAddress;
  known: readonly EnteredKnownAddress[];
  customerReference: string | null;
  /** The shopper was asked, and says that the address is right. */
  isConfirmed: boolean;
}

/** A new shipment as its check decides; without a check it is registered and waits for one. */
export function newShipment(
  order: Order,
  { shopId, customer }: { shopId: string; customer: string | null },
  checked: Checked | null,
  nowMs: number,
): Shipment {
  const { reference, recipient, depot, promisedOn, driverNote, entry, isConfirmed } = order;
  const id = newId('snd', nowMs);
  return {
    ...{ id, shopId, reference, recipient, depot, promisedOn, driverNote, customer, entry, isConfirmed },
    barcode: order.barcode ?? barcodeOf(id),
    version: 1,
    stateAtMs: nowMs,
    failure: null,
    hasLeft: false,
    ...asDecided({ entry, isConfirmed }, checked, nowMs),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
}

type Decided = Pick<Shipment, 'state' | 'hold' | 'addressId' | 'address' | 'check'>;

/** What a check makes of a shipment; the address that it finds gets a row of its own. */
export function asDecided(
  { entry, isConfirmed }: Pick<Shipment, 'entry' | 'isConfirmed'>,
  checked: Checked | null,
  nowMs: number,
): Decided {
  if (checked === null)
    return { state: 'registered', hold: null, addressId: null, address: null, check: null };
  const confirmed = isConfirmed ? { asTyped: addressAsTyped(entry) } : null;
  const { state, hold, address } = decideRelease(checked.judgement, confirmed);
  const addressId = address === null ? null : newId('adr', nowMs);
  return { state, hold, addressId, address, check: checked.answer };
}

/** The shipment's own id as a barcode, for a shop that has none. */
function barcodeOf(id: string): string {
  return `KLPT${id.slice(id.indexOf('_') + 1)}`;
}
