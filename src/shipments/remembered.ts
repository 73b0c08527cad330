import type { Occasion } from '../customers/known-address';
import { rememberedAddress } from '../customers/remember-address';
import type { Insert } from '../database/insert-together';
import type { Shipment } from './shipment';

/** What is remembered of a customer who ordered to an address that was released. */
export function orderedTo(shipment: Shipment, nowMs: number): Insert[] {
  return shipment.state === 'released' ? remembered(shipment, 'ordered', nowMs) : [];
}

/** What is remembered of a customer whose parcel was delivered. */
export function deliveredTo(shipment: Shipment, nowMs: number): Insert[] {
  return shipment.state === 'delivered' ? remembered(shipment, 'delivered', nowMs) : [];
}

/** What is remembered of a customer whose address was corrected. */
export function correctedTo(shipment: Shipment, nowMs: number): Insert[] {
  return remembered(shipment, 'corrected', nowMs);
}

function remembered({ shopId, customer, address }: Shipment, occasion: Occasion, nowMs: number): Insert[] {
  if (customer === null || address === null) return [];
  return [rememberedAddress({ shopId, customer }, address, occasion, nowMs)];
}
