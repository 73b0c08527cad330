import { namesOf } from '../access/names-of';
import { chosenAddress } from '../corrections/chosen-address';
import type { Correction } from '../corrections/correction';
import { correctionsOf } from '../corrections/corrections-of';
import { notLanded } from '../corrections/locked-correction';
import type { Allowances, OptionsDependencies } from '../corrections/options-of';
import { readOptions } from '../corrections/read-options';
import type { KnownCustomerAddress } from '../customers/known-address';
import { recallAddresses } from '../customers/remember-address';
import type { Database } from '../database/open-database';
import type { PersonCaller } from '../http/caller';
import { alertsOf } from '../routes/alerts/alerts-of';
import type { Instruction } from '../routes/instructions/instruction';
import { instructionOf, type OnRoute, whereOnRoute } from '../routes/route-of-shipment';
import { shipmentFor } from '../shipments/find-shipment';
import type { Shipment } from '../shipments/shipment';
import { isFinal } from '../shipments/states';
import { type ShipmentEvent, timelineOf } from '../shipments/timeline-of';
import { type AtIssue, atIssue, candidateToShow, type Judged, judgedNow } from './at-issue';
import { readHands } from './read-hands';
import { type CaseChoice, type CaseView, caseView } from './case-view';
import type { Language } from './case-words';

export interface CaseRequest extends Allowances {
  caller: PersonCaller;
  shipmentId: string;
  language: Language;
  /** Which candidate options are shown for; null for the one that speaks for itself. */
  candidate: number | null;
}

/**
 * Everything that the page of a shipment's correction shows, as things stand; only reads.
 * @throws Problem not-found; invalid-request for a candidate, or a depot of a transfer, that there is not
 */
export async function readCase(dependencies: OptionsDependencies, request: CaseRequest): Promise<CaseView> {
  const { database, clock } = dependencies;
  const { caller, shipmentId, language } = request;
  const shipment = await shipmentFor(database, caller, shipmentId);
  const [corrections, events, place, known, alerts, hands] = await Promise.all([
    correctionsOf(database, shipmentId),
    timelineOf(database, shipmentId),
    whereOnRoute(database, shipmentId),
    knownOf(database, shipment),
    alertsOf(database, caller, shipmentId),
    readHands(database, shipment, clock.nowMs()),
  ]);
  const onRoute = notLanded(corrections, place);
  const issue = atIssue(corrections);
  const parcel = { shipment, onRoute, judged: judgedNow(shipment, issue) };
  const [instruction, choice, names] = await Promise.all([
    instructionOfLatest(database, issue),
    isToBeChosen(parcel, issue) ? choiceOf(dependencies, parcel, request) : null,
    namesOf(database, { actors: actorsOf({ caller, events, corrections }), shopId: shipment.shopId }),
  ]);
  const read = { shipment, corrections, known, onRoute, events, instruction, alerts, choice, names, hands };
  return caseView({ nowMs: clock.nowMs(), language, agent: caller, ...read });
}

function knownOf(database: Database, { shopId, customer }: Shipment): Promise<KnownCustomerAddress[]> {
  return customer === null ? Promise.resolve([]) : recallAddresses(database, { shopId, customer });
}

async function instructionOfLatest(database: Database, { latest }: AtIssue): Promise<Instruction | null> {
  return latest === null ? null : instructionOf(database, latest.id);
}

interface ChoosingParcel {
  shipment: Shipment;
  onRoute: OnRoute | null;
  judged: Judged;
}

/** Where a correction is open, or a shipment stands still for an address that nobody has corrected yet. */
function isToBeChosen({ shipment }: ChoosingParcel, { open, inEffect }: AtIssue): boolean {
  if (isFinal(shipment.state)) return false;
  return open !== null || (inEffect === null && shipment.state === 'held');
}

async function choiceOf(
  dependencies: OptionsDependencies,
  { shipment, onRoute, judged }: ChoosingParcel,
  { candidate: named, mayBreakPromises, depot }: CaseRequest,
): Promise<CaseChoice | null> {
  const candidate = named ?? candidateToShow(judged);
  const address = chosenAddress(judged, candidate);
  if (address === null) return null;
  const allowances = { mayBreakPromises, depot };
  return {
    candidate,
    address,
    place: dependencies.placeOf(address),
    read: await readOptions(dependencies, { shipment, onRoute, address }, allowances),
  };
}

/** Whoever did something, by id, and who looks at it. */
function actorsOf({
  caller,
  events,
  corrections,
}: {
  caller: PersonCaller;
  events: readonly ShipmentEvent[];
  corrections: readonly Correction[];
}): string[] {
  const deciding = corrections.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy ?? proposedBy]);
  return [caller.personId, ...events.map(({ actor }) => actor), ...deciding];
}
