import type { Judgement } from '../checks/judgement';
import type { DeliveryAddress, HoldReason, Shipment } from './shipment';

/** What a check makes of a shipment's address: where it goes, and whether it may leave. */
export interface Decision {
  state: 'released' | 'held';
  hold: Shipment['hold'];
  address: DeliveryAddress | null;
}

/**
 * `accept` leaves; `fix` never does; `confirm` leaves where the shopper confirmed it, to the address that is meant or as
 * it was typed.
 */
export function decideRelease(
  { verdict, address }: Pick<Judgement, 'verdict' | 'address'>,
  confirmed: { asTyped: DeliveryAddress | null } | null,
): Decision {
  if (verdict === 'accept') return released(address);
  if (verdict === 'fix') return held('check_fix', null);
  const meant = address ?? confirmed?.asTyped ?? null;
  return confirmed === null || meant === null ? held('check_confirm', address) : released(meant);
}

function released(address: DeliveryAddress | null): Decision {
  return { state: 'released', hold: null, address };
}

function held(reason: HoldReason, address: DeliveryAddress | null): Decision {
  return { state: 'held', hold: { reason, note: null }, address };
}
