import type { Occasion } from '../customers/known-address';
import { rememberedAddress, rememberedOnce } from '../customers/remember-address';
import type { Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import type { Shipment } from './shipment';

/** What is remembered of a customer who ordered to an address that was released. */
export function orderedTo(shipment: Shipment, nowMs: number): Insert[] {
  return shipment.state === 'released'
    ? remembered(shipment, { occasion: 'ordered', cause: shipment.id }, nowMs)
    : [];
}

/** As orderedTo, within a transaction, of a shipment that may have been released before: an order is remembered once. */
export async function orderedOnceTo(trx: Database, shipment: Shipment, nowMs: number): Promise<Insert[]> {
  const known = knownBy(shipment, { occasion: 'ordered', cause: shipment.id }, nowMs);
  if (shipment.state !== 'released' || known === null) return [];
  return rememberedOnce(trx, known.whose, known.sighting);
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

function remembered(shipment: Shipment, made: MadeKnown, nowMs: number): Insert[] {
  const known = knownBy(shipment, made, nowMs);
  return known === null ? [] : [rememberedAddress(known.whose, known.sighting)];
}

interface MadeKnown {
  occasion: Occasion;
  cause: string;
}

/** null where the shop has no name for its customer, or the shipment no address. */
function knownBy({ shopId, customer, address }: Shipment, { occasion, cause }: MadeKnown, nowMs: number) {
  if (customer === null || address === null) return null;
  return { whose: { shopId, customer }, sighting: { ...address, occasion, cause, atMs: nowMs } };
}
