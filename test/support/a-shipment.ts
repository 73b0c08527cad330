import type { Shipment } from '../../src/shipments/shipment';

export const anAddress = {
  street: 'Lindelaan',
  houseNumber: 12,
  houseNumberAddition: null,
  postcode: '8962KL',
  city: 'Zilverwaard',
  country: 'NL',
};

/** A released shipment of nobody's. */
export function aShipment(of: Partial<Shipment> = {}): Shipment {
  return {
    ...{ id: 'snd_1', shopId: 'shp_owner', reference: 'ORD-1', barcode: '3SKLPT1', version: 1 },
    ...{ state: 'released', stateAtMs: 0, hold: null, failure: null, hasLeft: false },
    recipient: { name: 'Vera', email: null, phone: null, language: 'nl' },
    ...{ depot: null, promisedOn: null, driverNote: null, customer: null },
    ...{ entry: anAddress, isConfirmed: false, addressId: 'adr_1', address: anAddress, check: null },
    ...{ createdAtMs: 0, updatedAtMs: 0 },
    ...of,
  };
}
