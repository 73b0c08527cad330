import { stateWords } from '../shipments/refusals';
import type { Recipient, Shipment } from '../shipments/shipment';
import type { ShipmentState } from '../shipments/states';
import { addressText, partsOf } from './address-text';
import { dayText, type ShownTime, shownTime } from './case-times';
import * as words from './case-words';
import { type Language, say } from './case-words';

/** The shipment itself, as the head of the page shows it. */
export interface CaseShipment {
  id: string;
  version: number;
  reference: string;
  barcode: string;
  /** The name of its shop; null where that is not known any more. */
  shop: string | null;
  state: ShipmentState;
  stateText: string;
  stateAt: ShownTime;
  /** Why it is held, in words; null where it is not. */
  holdText: string | null;
  /** Why its delivery failed; null where it did not. */
  failureText: string | null;
  recipient: Recipient;
  /** Where it goes; null as long as that is the question. */
  addressText: string | null;
  depot: string | null;
  promisedText: string | null;
  /** What the shop asked of the driver. */
  note: string | null;
}

/** A shipment in words. */
export function caseShipment(
  shipment: Shipment,
  shop: string | null,
  { nowMs, language }: { nowMs: number; language: Language },
): CaseShipment {
  const { id, version, reference, barcode, state, recipient, address, depot, promisedOn } = shipment;
  return {
    ...{ id, version, reference, barcode, shop, state, recipient, depot },
    stateText: stateWords(state)[language],
    stateAt: shownTime(shipment.stateAtMs, nowMs, language),
    holdText: holdText(shipment, language),
    failureText: shipment.failure === null ? null : say(words.FAILURES[shipment.failure], language),
    addressText: address === null ? null : addressText(partsOf(address)),
    promisedText: promisedOn === null ? null : dayText(promisedOn, nowMs, language),
    note: shipment.driverNote,
  };
}

function holdText({ hold }: Shipment, language: Language): string | null {
  if (hold === null) return null;
  const said = say(words.HOLDS[hold.reason], language);
  return hold.note === null ? said : `${said}: ${hold.note}`;
}
