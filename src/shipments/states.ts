export const SHIPMENT_STATES = [
  'registered',
  'held',
  'released',
  'in_transit',
  'at_depot',
  'on_board',
  'out_for_delivery',
  'delivered',
  'delivery_failed',
  'returning',
  'returned',
  'lost',
  'damaged',
  'cancelled',
] as const;

/** Where a shipment is on its way. `held` until its address is right; `registered` until its address was checked. */
export type ShipmentState = (typeof SHIPMENT_STATES)[number];

/** What a van does. Where the scan of loading is missing or comes later, the parcel was on board all the same. */
const OUT = ['on_board', 'out_for_delivery', 'delivered', 'delivery_failed'] as const;

/** Every change of state there is, whoever makes it. A parcel that was lost may be found; one at the door is delivered. */
export const TRANSITIONS: Readonly<Record<ShipmentState, readonly ShipmentState[]>> = {
  registered: ['released', 'held', 'cancelled'],
  held: ['released', 'delivered', 'returning', 'cancelled', 'lost', 'damaged'],
  released: ['in_transit', 'at_depot', ...OUT, 'held', 'returning', 'lost', 'damaged', 'cancelled'],
  in_transit: ['at_depot', ...OUT, 'held', 'returning', 'lost', 'damaged'],
  at_depot: ['in_transit', ...OUT, 'held', 'returning', 'lost', 'damaged'],
  on_board: ['out_for_delivery', 'delivered', 'delivery_failed', 'at_depot', 'lost', 'damaged'],
  out_for_delivery: ['delivered', 'delivery_failed', 'at_depot', 'lost', 'damaged'],
  delivered: [],
  delivery_failed: ['held', 'released', 'at_depot', 'returning', 'lost', 'damaged'],
  returning: ['returned', 'lost', 'damaged'],
  returned: [],
  lost: ['in_transit', 'at_depot', 'returning'],
  damaged: ['returning'],
  cancelled: [],
};

export function canBecome(from: ShipmentState, to: ShipmentState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** Nothing more can happen to it. */
export function isFinal(state: ShipmentState): boolean {
  return TRANSITIONS[state].length === 0;
}

/** With a driver: what changes now must reach a phone. */
export function isWithDriver(state: ShipmentState): boolean {
  return state === 'on_board' || state === 'out_for_delivery';
}

/** Whether another address still reaches it in the depot, or before. */
export function canBeReaddressed(state: ShipmentState): boolean {
  return ['registered', 'held', 'released', 'in_transit', 'at_depot', 'delivery_failed'].includes(state);
}

/** Whether a driver can be sent with it: its address is right, and it is not over. One that failed is tried again. */
export function mayBeOnRoute(state: ShipmentState): boolean {
  return isWithDriver(state) || ['released', 'in_transit', 'at_depot', 'delivery_failed'].includes(state);
}
