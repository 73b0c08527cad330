import fc from 'fast-check';
import type { DeliveryAddress, Shipment } from '../../src/shipments/shipment';
import { FAILURE_REASONS, HOLD_REASONS } from '../../src/shipments/shipment';
import { canBeReaddressed, SHIPMENT_STATES } from '../../src/shipments/states';

export const anyDeliveryAddress: fc.Arbitrary<DeliveryAddress> = fc.record({
  street: fc.constantFrom('Lindelaan', 'Kerkstraat'),
  houseNumber: fc.integer({ min: 1, max: 3 }),
  houseNumberAddition: fc.constantFrom(null, 'A'),
  postcode: fc.constantFrom(null, '8962KL', '8951AB'),
  city: fc.constantFrom('Zilverwaard', 'Molenhorn'),
  country: fc.constant('NL'),
});

/** Any shipment that another address still reaches: held ones for a reason, those on their way with an address. */
export const anyReachableShipment: fc.Arbitrary<Shipment> = fc
  .record({
    state: fc.constantFrom(...SHIPMENT_STATES.filter(canBeReaddressed)),
    hold: fc.record({ reason: fc.constantFrom(...HOLD_REASONS), note: fc.constantFrom(null, 'Gebeld') }),
    failure: fc.constantFrom(null, ...FAILURE_REASONS),
    address: anyDeliveryAddress,
    hasAddress: fc.boolean(),
    hasLeft: fc.boolean(),
    version: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ state, hold, failure, address, hasAddress, hasLeft, version }) => {
    const isQuestion = state === 'registered' || state === 'held';
    const goes = state !== 'registered' && (!isQuestion || hasAddress);
    return {
      ...told,
      ...{ state, version, hasLeft, stateAtMs: 1_000, updatedAtMs: 1_000, createdAtMs: 1_000, check: null },
      hold: state === 'held' ? hold : null,
      failure: state === 'delivery_failed' ? (failure ?? 'other') : failure,
      addressId: goes ? 'adr_0' : null,
      address: goes ? address : null,
    };
  });

const told = {
  ...{ id: 'snd_1', shopId: 'shp_owner', reference: 'ORD-1', barcode: 'KLPT1', customer: null },
  ...{ depot: null, promisedOn: null, driverNote: null, isConfirmed: false },
  entry: { street: 'Lindelaan', houseNumber: 12, city: 'Zilverwaard' },
  recipient: { name: 'Vera Verhuizer', email: null, phone: null, language: 'nl' as const },
};
