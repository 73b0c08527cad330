import { newId } from '../ids';
import { Problem } from '../http/problem';
import { addressAsTyped } from './address-as-typed';
import { noCompleteAddress, notInState } from './refusals';
import type { DeliveryAddress, Recipient, Shipment, ShipmentDetails } from './shipment';
import { canBecome, isFinal, type ShipmentState } from './states';

/** A shipment in another state. @throws Problem conflict where it cannot come there */
function moved(shipment: Shipment, to: ShipmentState, nowMs: number): Shipment {
  if (!canBecome(shipment.state, to)) throw notInState(shipment.state);
  return { ...shipment, state: to, stateAtMs: nowMs, hold: null };
}

/**
 * Released by the carrier's desk, which takes the address for right: that of the check, or as it was typed.
 * @throws Problem conflict from another state; unprocessable where nobody could drive to it
 */
export function releasedByDesk(shipment: Shipment, nowMs: number): Shipment {
  const leaving = moved(shipment, 'released', nowMs);
  const address = shipment.address ?? addressAsTyped(shipment.entry);
  if (address === null) throw noCompleteAddress();
  return readdressed(leaving, address, nowMs);
}

/**
 * Released by its shop, whose shopper was asked and says that the address is right.
 * @throws Problem conflict where it is not held, or not for that question: that takes a correction, or the desk
 */
export function releasedByShop(shipment: Shipment, nowMs: number): Shipment {
  if (shipment.state !== 'held') throw notInState(shipment.state);
  if (shipment.hold?.reason === 'agent') throw heldByCarrier();
  if (shipment.hold?.reason !== 'check_confirm') throw needsCorrection();
  return releasedByDesk(shipment, nowMs);
}

/** Held by an agent, with a note that says why. @throws Problem conflict from another state */
export function heldByAgent(shipment: Shipment, note: string, nowMs: number): Shipment {
  return { ...moved(shipment, 'held', nowMs), hold: { reason: 'agent', note } };
}

/** @throws Problem conflict once it has left, also where it was held or released again since */
export function cancelled(shipment: Shipment, nowMs: number): Shipment {
  const after = moved(shipment, 'cancelled', nowMs);
  if (shipment.hasLeft) throw alreadyLeft();
  return after;
}

/** A shipment that goes to an address; one that goes there already keeps its row. */
export function readdressed(shipment: Shipment, address: DeliveryAddress, nowMs: number): Shipment {
  if (shipment.address !== null && isSameAddress(shipment.address, address)) return shipment;
  return { ...shipment, addressId: newId('adr', nowMs), address };
}

function isSameAddress(a: DeliveryAddress, b: DeliveryAddress): boolean {
  return (
    a.street === b.street &&
    a.houseNumber === b.houseNumber &&
    a.houseNumberAddition === b.houseNumberAddition &&
    a.postcode === b.postcode &&
    a.city === b.city &&
    a.country === b.country
  );
}

/** What may be told anew of a shipment: what is left out stays. */
export type ChangedDetails = Partial<Omit<ShipmentDetails, 'recipient'>> & { recipient?: Partial<Recipient> };

/** A shipment with what is told anew; the very one where all of that is so already. @throws Problem conflict where it is over */
export function withDetails(shipment: Shipment, { recipient = {}, ...details }: ChangedDetails): Shipment {
  if (isFinal(shipment.state)) throw notInState(shipment.state);
  if (isSo(shipment, details) && isSo(shipment.recipient, recipient)) return shipment;
  return { ...shipment, ...details, recipient: { ...shipment.recipient, ...recipient } };
}

function isSo<Told extends object>(present: Told, told: Partial<Told>): boolean {
  return (Object.keys(told) as (keyof Told)[]).every((name) => told[name] === present[name]);
}

function heldByCarrier(): Problem {
  return new Problem('conflict', {
    detail: {
      nl: 'De vervoerder houdt deze zending vast; alleen die geeft haar vrij. Waarom staat in hold.note.',
      en: 'The carrier holds this shipment, and only the carrier releases it. hold.note says why.',
    },
  });
}

function alreadyLeft(): Problem {
  return new Problem('conflict', {
    detail: {
      nl: 'Deze zending is al onderweg geweest en kan niet meer geannuleerd worden; zij kan terug naar de afzender.',
      en: 'This shipment was on its way already and can no longer be cancelled; it can go back to its sender.',
    },
  });
}

function needsCorrection(): Problem {
  return new Problem('conflict', {
    detail: {
      nl: 'Dit adres spreekt zichzelf tegen of wordt niet gevonden. Stel een correctie voor; de vervoerder kan het ook zo vrijgeven.',
      en: 'This address contradicts itself or is not found. Propose a correction; the carrier can also release it as it is.',
    },
  });
}
