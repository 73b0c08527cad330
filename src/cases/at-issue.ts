import type { EnteredAddress } from '../checks/address';
import type { AddressCheckAnswer } from '../checks/answer';
import type { Correction } from '../corrections/correction';
import { IN_EFFECT, OPEN } from '../corrections/states';
import type { DeliveryAddress, Shipment } from '../shipments/shipment';

/** Which of a shipment's corrections are what; of several the newest. */
export interface AtIssue {
  /** Still to be decided. */
  open: Correction | null;
  /** By which the parcel goes where it goes. */
  inEffect: Correction | null;
  /** The open one, or else the one in effect, or else the newest. */
  latest: Correction | null;
}

/** @param corrections The newest first. */
export function atIssue(corrections: readonly Correction[]): AtIssue {
  const open = corrections.find(({ state }) => OPEN.includes(state)) ?? null;
  const inEffect = corrections.find(({ state }) => IN_EFFECT.includes(state)) ?? null;
  return { open, inEffect, latest: open ?? inEffect ?? corrections[0] ?? null };
}

/** An entry, and what is known of it. */
export interface Judged {
  entry: EnteredAddress;
  check: AddressCheckAnswer | null;
  address: DeliveryAddress | null;
}

/** The entry that the page is about: of the correction that is open, or in effect, or else of the order itself. */
export function judgedNow(shipment: Shipment, { open, inEffect }: AtIssue): Judged {
  return open ?? inEffect ?? shipment;
}

/** The entry of the order, with its own check: a correction that was approved brought another. */
export function judgedFirst(shipment: Shipment, corrections: readonly Correction[]): Judged {
  const first = corrections.findLast(({ prior }) => prior !== null);
  const { entry, address, check } = shipment;
  return first?.prior
    ? { entry, address: first.prior.address, check: first.prior.check }
    : { entry, address, check };
}

/**
 * Which candidate options are shown for where the agent has chosen none: the entry itself (null) where its check knows what is meant or
 * offers nothing else, or else the first.
 */
export function candidateToShow({ check }: Judged): number | null {
  const isOpen = check?.address === null && check.candidates.length > 0;
  return isOpen ? 0 : null;
}
