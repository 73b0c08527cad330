import type { Ready } from './checklist';
import { addresses, type Answer, type Order, type ShownShipment } from './shipments-service';
import type { Stage } from './shipments-stage';

/** The path of a shipment, or of something of it. */
export const pathOf = ({ body }: Pick<Answer<ShownShipment>, 'body'>, of = '') =>
  `/v1/shipments/${body.id}${of}`;

/** A shipment of the depot where the agent works, whose address is right. */
export async function released({ service }: Stage, of: Partial<Order> = {}) {
  return service.order({ depot: 'ZLV', ...of });
}

/** As released, held because its parts contradict each other. */
export async function heldToFix(stage: Stage, of: Partial<Order> = {}) {
  return released(stage, { address: addresses.mixed, ...of });
}

/** As released, held because its shopper must be asked. */
export async function heldToConfirm(stage: Stage, of: Partial<Order> = {}) {
  return released(stage, { address: addresses.noSuchNumber, ...of });
}

/** A request of one shipment, based on how it is. */
export async function ready(
  made: Promise<Answer<ShownShipment>>,
  of: string,
  body?: Record<string, unknown>,
): Promise<Ready> {
  const shipment = await made;
  return { path: pathOf(shipment, of), etag: shipment.etag, ...(body && { body }) };
}

/** Lets the carrier's system scan a shipment, a moment later each. */
export async function scanned(
  { service, inSeconds }: Stage,
  shipment: Pick<Answer<ShownShipment>, 'body'>,
  ...codes: readonly (string | Record<string, unknown>)[]
): Promise<Answer<ShownShipment>> {
  for (const scan of codes) {
    const seen = typeof scan === 'string' ? { code: scan } : scan;
    const body = { occurredAt: inSeconds(1), device: 'scanner-7', ...seen };
    await service.write('planner', pathOf(shipment, '/events'), { body });
  }
  return service.read('planner', pathOf(shipment));
}
