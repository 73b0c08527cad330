import type { Confidence, DiagnosisKind, Evidence } from '../checks/judgement';
import type { CorrectionSource } from '../corrections/correction';
import type { KnownRole, Occasion } from '../customers/known-address';
import type { OptionKind, Payer } from '../option-costs';
import type { AlertKind } from '../routes/alerts/alert';
import type { InstructionKind } from '../routes/instructions/instruction';
import type { InstructionState } from '../routes/states';
import type { DecisionCode } from '../shipments/decision-event';
import type { ScanEffect } from '../shipments/scan';
import type { ScanCodeName } from '../shipments/scan-codes';
import type { FailureReason, HoldReason } from '../shipments/shipment';
import type { PartName } from './address-text';

export type Language = 'nl' | 'en';

/** Something in Dutch and English, in that order. */
export type Said = readonly [nl: string, en: string];

export function say([nl, en]: Said, language: Language): string {
  return language === 'nl' ? nl : en;
}

const LISTS = {
  nl: new Intl.ListFormat('nl', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};

/** "straat, huisnummer en plaats" */
export function listed(texts: readonly string[], language: Language): string {
  return LISTS[language].format(texts);
}

export const PARTS: Readonly<Record<PartName, Said>> = {
  street: ['straat', 'street'],
  houseNumber: ['huisnummer', 'house number'],
  houseNumberAddition: ['toevoeging', 'addition'],
  postcode: ['postcode', 'postcode'],
  city: ['plaats', 'city'],
};

/** As they stand in a sentence. */
export const THE_PARTS: Readonly<Record<PartName, Said>> = {
  street: ['de straat', 'the street'],
  houseNumber: ['het huisnummer', 'the house number'],
  houseNumberAddition: ['de toevoeging', 'the addition'],
  postcode: ['de postcode', 'the postcode'],
  city: ['de plaats', 'the city'],
};

export const MARKS = {
  stale: ['verouderd', 'stale'],
  fits: ['klopt', 'fits'],
  unknown: ['niet zeker', 'not certain'],
} as const satisfies Record<string, Said>;

export const DIAGNOSES: Readonly<Record<DiagnosisKind, Said | null>> = {
  none: null,
  mixed_addresses: ['Delen van twee adressen door elkaar', 'Parts of two addresses mixed'],
  mismatch: ['Onderdelen die elkaar tegenspreken', 'Parts that contradict each other'],
  postcode_typo: ['Waarschijnlijk een verschrijving in de postcode', 'Probably a slip in the postcode'],
  street_typo: ['Waarschijnlijk een verschrijving in de straat', 'Probably a slip in the street'],
  house_number: ['Het huisnummer bestaat daar niet', 'The house number does not exist there'],
};

export const CONFIDENCES: Readonly<Record<Confidence, Said>> = {
  high: ['zo goed als zeker', 'almost certain'],
  medium: ['waarschijnlijk', 'likely'],
  low: ['een vermoeden', 'a guess'],
};

export const EVIDENCE: Readonly<Record<Evidence, Said>> = {
  known_address: ['een bekend adres van deze klant', 'a known address of this customer'],
  previous_entry: ['de vorige invoer', 'the entry before'],
  postcode_nearby: ['een postcode die één teken scheelt', 'a postcode that differs by one character'],
  street_spelling: ['een straat die bijna zo heet', 'a street of almost that name'],
  register: ['het adressenregister', 'the address register'],
};

export const ROLES: Readonly<Record<KnownRole, Said>> = {
  current: ['huidig adres', 'current address'],
  previous: ['vorig adres', 'previous address'],
  unknown: ['bekend adres', 'known address'],
};

export const OCCASIONS: Readonly<Record<Occasion, Said>> = {
  ordered: ['besteld', 'ordered to'],
  corrected: ['gecorrigeerd', 'corrected to'],
  delivered: ['bezorgd', 'delivered to'],
};

export const SOURCES: Readonly<Record<CorrectionSource, Said>> = {
  agent: ['door een medewerker', 'by an agent'],
  shop: ['door de webwinkel', 'by the shop'],
  customer: ['door de klant', 'by the customer'],
  email: ['per e-mail', 'by e-mail'],
};

export const HOLDS: Readonly<Record<HoldReason, Said>> = {
  check_fix: ['het adres klopt niet', 'the address is not right'],
  check_confirm: ['het adres is niet bevestigd', 'the address was not confirmed'],
  delivery_failed: ['niet te bezorgen op dit adres', 'could not be delivered at this address'],
  agent: ['vastgehouden door een medewerker', 'held by an agent'],
};

export const FAILURES: Readonly<Record<FailureReason, Said>> = {
  incorrect_address: ['adres klopt niet', 'address incorrect'],
  moved: ['verhuisd', 'moved'],
  not_at_home: ['niemand thuis', 'nobody at home'],
  refused: ['geweigerd', 'refused'],
  no_access: ['geen toegang', 'no access'],
  other: ['anders', 'other'],
};

export const OPTIONS: Readonly<Record<OptionKind, Said>> = {
  same_route: ['Vandaag, met dezelfde bezorger', 'Today, by the same driver'],
  other_route_today: ['Vandaag, met een andere rit', 'Today, by another route'],
  transfer: ['Vanaf een ander depot', 'From another depot'],
  next_day: ['De volgende bezorgdag', 'The next delivery day'],
  hold_at_depot: ['Vasthouden op het depot', 'Hold at the depot'],
  return_to_sender: ['Terug naar de afzender', 'Return to sender'],
};

export const PAYERS: Readonly<Record<Payer, Said>> = {
  nobody: ['niemand', 'nobody'],
  carrier: ['de vervoerder', 'the carrier'],
  shop: ['de webwinkel', 'the shop'],
  customer: ['de klant', 'the customer'],
};

export const INSTRUCTIONS: Readonly<Record<InstructionKind, Said>> = {
  redirect: ['Nieuw adres voor de bezorger', 'New address for the driver'],
  take_back: ['Niet bezorgen, mee terug nemen', 'Not to deliver, to bring back'],
  question: ['Vraag aan de bezorger', 'Question to the driver'],
};

export const ANSWERED: Readonly<Record<InstructionState, Said>> = {
  pushed: ['Nog niet gezien door de bezorger', 'Not seen by the driver yet'],
  acknowledged: ['Gezien door de bezorger', 'Seen by the driver'],
  refused: ['Geweigerd door de bezorger', 'Refused by the driver'],
  withdrawn: ['Ingetrokken', 'Withdrawn'],
  superseded: ['Vervangen door een latere', 'Superseded by a later one'],
  expired: ['Verlopen', 'Expired'],
};

export const ALERTS: Readonly<Record<AlertKind, Said>> = {
  instruction_unacknowledged: [
    'De bezorger heeft nog niet geantwoord: bel de bezorger.',
    'The driver has not answered yet: call the driver.',
  ],
  window_at_risk: ['Het toegezegde tijdvak dreigt te worden gemist.', 'The promised window may be missed.'],
  correction_expired: [
    'De rit is afgelopen voor de bezorger de correctie had gezien; beslis opnieuw.',
    'The route ended before the driver had seen the correction; decide anew.',
  ],
  delivered_unacknowledged: [
    'Bezorgd op het nieuwe adres, zonder dat de bezorger de correctie bevestigde.',
    'Delivered at the new address, without the driver having acknowledged the correction.',
  ],
  delivered_at_old_stop: [
    'Afgegeven op het oude adres, voor de bezorger van de correctie hoorde.',
    'Handed over at the old address, before the driver heard of the correction.',
  ],
  route_overdue: [
    'De dienst is voorbij en de rit is niet afgesloten.',
    'The shift is over and the route was not ended.',
  ],
};

export const HAPPENED: Readonly<Record<DecisionCode | ScanCodeName, Said>> = {
  registered: ['Aangemeld', 'Registered'],
  released: ['Vrijgegeven', 'Released'],
  held: ['Vastgehouden', 'Held'],
  cancelled: ['Geannuleerd', 'Cancelled'],
  readdressed: ['Gaat naar een ander adres', 'Goes to another address'],
  pushed: ['Wijziging naar de bezorger gestuurd', 'Change sent to the driver'],
  acknowledged: ['Wijziging gezien door de bezorger', 'Change seen by the driver'],
  refused: ['Wijziging geweigerd door de bezorger', 'Change refused by the driver'],
  asked: ['Vraag aan de bezorger', 'Question to the driver'],
  answered: ['Antwoord van de bezorger', 'Answer of the driver'],
  collected: ['Opgehaald', 'Collected'],
  in_transit: ['Onderweg', 'In transit'],
  at_depot: ['In het depot', 'At the depot'],
  on_board: ['Geladen in de bus', 'Loaded into the van'],
  out_for_delivery: ['Onderweg met de bezorger', 'Out for delivery'],
  delivered: ['Bezorgd', 'Delivered'],
  delivery_failed: ['Niet bezorgd', 'Not delivered'],
  returning: ['Op de weg terug', 'On its way back'],
  returned: ['Terug bij de afzender', 'Back with its sender'],
  lost: ['Zoek', 'Lost'],
  damaged: ['Beschadigd', 'Damaged'],
};

/** What a scan did, where it was nothing. */
export const EFFECTS: Readonly<Record<ScanEffect, Said | null>> = {
  applied: null,
  late: ['kwam later binnen dan wat erna gebeurde', 'came in later than what happened after it'],
  repeated: ['was al gemeld', 'had been reported already'],
  not_possible: ['kon niet, en veranderde niets', 'was not possible, and changed nothing'],
};

export const ANSWERS: Readonly<Partial<Record<string, Said>>> = { yes: ['ja', 'yes'], no: ['nee', 'no'] };

/** Who did something that nobody of the carrier or the shop did. */
export const ACTORS = {
  shop: ['webwinkel', 'shop'],
  carrier: ['medewerker', 'carrier'],
  driver: ['bezorger', 'driver'],
  system: ['Klopt', 'Klopt'],
} as const satisfies Record<string, Said>;
