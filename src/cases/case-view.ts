import type { Correction } from '../corrections/correction';
import type { ReadOptions } from '../corrections/read-options';
import type { KnownCustomerAddress } from '../customers/known-address';
import type { PersonCaller } from '../http/caller';
import type { OptionKind } from '../option-costs';
import type { Alert } from '../routes/alerts/alert';
import type { Instruction } from '../routes/instructions/instruction';
import type { RefusalCode } from '../routes/planning/refusals';
import { amsterdamDay } from '../routes/planning/windows';
import type { OnRoute } from '../routes/route-of-shipment';
import type { DeliveryAddress, Shipment } from '../shipments/shipment';
import type { ShipmentEvent } from '../shipments/timeline-of';
import type { MapView } from '../desk/map-view';
import type { Place } from '../routes/route';
import { caseMap } from './case-map';
import { typedParts } from './address-text';
import { atIssue, type Judged, judgedFirst, judgedNow } from './at-issue';
import {
  type CaseCandidate,
  caseCandidates,
  type CaseKnownAddress,
  caseKnownAddresses,
} from './case-candidates';
import { type CaseCorrection, caseCorrection } from './case-corrections';
import { type CaseEntry, caseEntry } from './case-entry';
import { type CaseHands, caseHands, type Hands } from './case-hands';
import { type CaseAlert, caseAlerts, type CaseInstruction, caseInstruction } from './case-instruction';
import { type CaseOptions, caseOptions } from './case-options';
import { type CaseShipment, caseShipment } from './case-shipment';
import { type CaseEvent, caseTimeline, type Happenings } from './case-timeline';
import { type CaseWhereabouts, caseWhereabouts } from './case-whereabouts';
import type { Language } from './case-words';
import { type CustomerText, customerText } from './customer-text';

/** All that was read of a case. */
export interface CaseFacts {
  nowMs: number;
  language: Language;
  shipment: Shipment;
  /** The newest first. */
  corrections: readonly Correction[];
  known: readonly KnownCustomerAddress[];
  onRoute: OnRoute | null;
  events: readonly ShipmentEvent[];
  /** What a driver was told last of the latest correction. */
  instruction: Instruction | null;
  alerts: readonly Alert[];
  /** What can be done for an address that may be meant; null where nothing is to be chosen. */
  choice: CaseChoice | null;
  /** Of people and the shop, by their ids. */
  names: ReadonlyMap<string, string>;
  hands: Hands;
  /** Who looks at it. */
  agent: PersonCaller;
}

export interface CaseChoice {
  /** Which candidate of the check; null for the entry as it was typed. */
  candidate: number | null;
  address: DeliveryAddress;
  /** Where that is; null where the register knows no coordinates. */
  place: Place | null;
  read: ReadOptions;
}

/** Everything that the page of a case shows, in one language. */
export interface CaseView {
  shipment: CaseShipment;
  whereabouts: CaseWhereabouts;
  /** The entry that is in question: of the correction that is open or in effect, or else of the order. */
  entry: CaseEntry;
  /** The order's own, where `entry` is a correction's. */
  ordered: CaseEntry | null;
  candidates: CaseCandidate[];
  knownAddresses: CaseKnownAddress[];
  /** What is to be decided. */
  open: CaseCorrection | null;
  /** By which the parcel goes where it goes. */
  inEffect: CaseCorrection | null;
  options: CaseOptions | null;
  instruction: CaseInstruction | null;
  alerts: CaseAlert[];
  timeline: CaseEvent[];
  /** null where there is too little to see. */
  map: MapView | null;
  hands: CaseHands;
  customer: CustomerText;
}

/** Puts a case into words; decides nothing that the service does not decide elsewhere. */
export function caseView(facts: CaseFacts): CaseView {
  const { nowMs, language, shipment, corrections, names, alerts, onRoute, known, instruction } = facts;
  const reader = { nowMs, language };
  const issue = atIssue(corrections);
  const judged = judgedNow(shipment, issue);
  const happenings: Happenings = { ...facts, shopId: shipment.shopId };
  const inWords = (one: Correction | null) => (one === null ? null : caseCorrection(one, happenings, reader));
  const whereabouts = caseWhereabouts(shipment, onRoute, reader);
  const first = judged === shipment ? null : judgedFirst(shipment, corrections);
  return {
    shipment: caseShipment(shipment, names.get(shipment.shopId) ?? null, reader),
    whereabouts,
    entry: caseEntry(judged.entry, judged.check, language),
    ordered: first === null ? null : caseEntry(first.entry, first.check, language),
    candidates: candidatesOf(judged, facts),
    knownAddresses: caseKnownAddresses(known, nowMs, language),
    open: inWords(issue.open),
    inEffect: inWords(issue.inEffect),
    options: facts.choice === null ? null : caseOptions(facts.choice.read, facts.choice, reader),
    instruction: instruction === null ? null : caseInstruction(instruction, alerts, reader),
    alerts: caseAlerts(alerts, reader),
    timeline: caseTimeline(happenings, nowMs, language),
    map: caseMap(onRoute, facts.choice?.place ?? null),
    hands: caseHands(facts.hands, facts.agent, shipment.depot),
    customer: textOf(judged, whereabouts, facts),
  };
}

function candidatesOf(
  { entry, check, address }: Judged,
  { known, choice, language }: CaseFacts,
): CaseCandidate[] {
  const chosen = choice?.address ?? address;
  return caseCandidates(check, { typed: typedParts(entry), known, chosen }, language);
}

/** In the customer's language, whichever the agent's is. */
function textOf({ entry, check }: Judged, whereabouts: CaseWhereabouts, facts: CaseFacts): CustomerText {
  const { shipment, corrections, known, names, agent, nowMs } = facts;
  const told = {
    ...{ shipment, check, known },
    entry: caseEntry(entry, check, shipment.recipient.language),
    correction: atIssue(corrections).latest,
    isTooLateToday: isTooLateToday(facts),
    estimatedAtMs: whereabouts.estimatedAt?.atMs ?? null,
    agentName: names.get(agent.personId) ?? null,
  };
  return customerText(told, nowMs);
}

/** What an agent may still allow is not too late. */
function isTooLateToday({ onRoute, shipment, choice, nowMs }: CaseFacts): boolean {
  const wasForToday = (onRoute?.route.day ?? shipment.promisedOn) === amsterdamDay(nowMs);
  if (choice === null || !wasForToday) return false;
  return !choice.read.options.some(
    ({ kind, refusal }) => TODAY.includes(kind) && (refusal === null || ALLOWABLE.includes(refusal.code)),
  );
}

const TODAY: readonly OptionKind[] = ['same_route', 'other_route_today'];
const ALLOWABLE: readonly RefusalCode[] = ['breaks_promises', 'exceeds_shift'];
