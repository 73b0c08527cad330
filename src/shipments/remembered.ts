import type { Occasion } from '../customers/known-address';
import { rememberedAddress } from '../customers/remember-address';
import type { Insert } from '../database/insert-together';
import type { Shipment } from './shipment';

/** What is remembered of a customer who ordered to an address that was released. */
export function orderedTo(shipment: Shipment, nowMs: number): Insert[] {
  return shipment.state === 'released'
    ? remembered(shipment, { occasion: 'ordered', cause: shipment.id }, nowMs)
    : [];
}

/** What is remembered of a customer whose parcel was delivered. */
export function deliveredTo(shipment: Shipment, nowMs: number): Insert[] {
  return shipment.state === 'delivered'
    ? remembered(shipment, { occasion: 'delivered', cause: shipment.id }, nowMs)
    : [];
}

/** What is remembered of a customer whose address was corrected; forgotten again where the correction is undone. */
export function correctedTo(shipment: Shipment, correctionId: string, nowMs: number): Insert[] {
  return remembered(shipment, { occasion: 'corrected', cause: correctionId }, nowMs);
}

function remembered(
  { shopId, customer, address }: Shipment,
  { occasion, cause }: { occasion: Occasion; cause: string },
  nowMs: number,
): Insert[] {
  if (customer === null || address === null) return [];
  return [rememberedAddress({ shopId, customer }, { ...address, occasion, cause, atMs: nowMs })];
}
