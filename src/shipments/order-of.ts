import type { Order } from './new-shipment';
import type { ShipmentRequest } from './shipments-schemas';

/** The order that a request of a shop is, whichever way it came. */
export function orderOf(request: ShipmentRequest): Order {
  const { recipient } = request;
  return {
    reference: request.reference,
    barcode: request.barcode ?? null,
    recipient: { ...recipient, email: recipient.email ?? null, phone: recipient.phone ?? null },
    entry: request.address,
    known: request.knownAddresses ?? [],
    customerReference: request.customerReference ?? null,
    isConfirmed: request.addressConfirmed,
    depot: request.depot ?? null,
    promisedOn: request.promisedOn ?? null,
    driverNote: request.driverNote ?? null,
  };
}
