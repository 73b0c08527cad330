import type { EnteredAddress } from '../checks/address';
import type { AnswerLanguage } from '../checks/answer';
import { insertTogether } from '../database/insert-together';
import type { Database } from '../database/open-database';
import type { PersonCaller } from '../http/caller';
import type { Once } from '../idempotency/once';
import { writeOnce, type Written } from '../idempotency/write-once';
import { STRAIGHT_LINES, type TravelTimes } from '../routes/planning/travel-times';
import type { OnRoute } from '../routes/route-of-shipment';
import type { CheckEntry } from '../shipments/check-entry';
import type { DeliveryAddress, Shipment } from '../shipments/shipment';
import { keptCheck } from '../shipments/shipment-checks';
import type { Approval } from './approval';
import { carryOut, offRoute, type Work } from './carry-out';
import { type Choice, chosenOption, optionMissing } from './choose-option';
import type { Correction } from './correction';
import { addressMeant } from './decide-correction';
import { type CorrectionRequest, seenCorrection } from './find-correction';
import { lockedCorrection } from './locked-correction';
import { type OptionsDependencies, optionsQuestion, travelTimesFor } from './options-of';
import { type CorrectionDependencies, checkBeside } from './propose-correction';
import { refuseOvertaken } from './refuse-overtaken';
import { addressIncomplete, reasonMissing, refuseTooLate } from './refusals';

export type ApprovalDependencies = CorrectionDependencies & OptionsDependencies;

export interface ApprovalRequest extends CorrectionRequest {
  caller: PersonCaller;
  /** Another address than the proposed one, such as one of the candidates; null for the proposed one. */
  address: EnteredAddress | null;
  /** Why it is right although its check does not let it through. */
  reason: string | null;
  /** How it is to be carried out; null for a parcel that is on no route, which goes there at once. */
  choice: Choice | null;
  /** Of the options that a refusal shows. */
  language: AnswerLanguage;
}

/**
 * Approves a correction, once, and carries it out as was chosen, all in one transaction: the correction, the stop and the
 * sequence, what the driver is told, the window and the audit log. The address that the agent gives is checked as strictly
 * as the one that was proposed; what its check does not let through takes a reason, which is kept.
 * @throws Problem not-found; precondition-failed where someone else was first or the route moved on; conflict where it was
 *   decided already, cannot be done so, or the parcel is past correcting; invalid-request without the reason or the choice,
 *   or for an address that is not complete
 */
export async function approveCorrection(
  dependencies: ApprovalDependencies,
  request: ApprovalRequest,
  once: Once,
): Promise<Written<Correction>> {
  const { database, clock, checkEntry } = dependencies;
  const nowMs = clock.nowMs();
  const times = await timesFor(dependencies, request);
  return writeOnce(database, once, nowMs, async (trx) => {
    const found = await lockedCorrection(trx, request, otherRouteOf(request));
    await refuseOvertaken(trx, dependencies, { ...found, request, times }, nowMs);
    refuseTooLate(found);
    const approval = await approvalOf(trx, { checkEntry, ...found, request }, nowMs);
    const correction = withCheck(found.correction, request, approval);
    const asked = { ...found, address: approval.address, request, times };
    const way = await wayOf(trx, dependencies, asked, nowMs);
    const done = await carryOut(trx, { ...found, correction, approval, ...way }, nowMs);
    return { subject: found.shipment.id, result: done.correction, writes: done.writes };
  });
}

/** The route that the parcel is to go to, where that is another than its own. */
function otherRouteOf({ choice }: ApprovalRequest): string | null {
  return choice?.kind === 'other_route_today' ? choice.routeId : null;
}

/** How long the roads take to the address that is meant, as far as that is known before the transaction. */
async function timesFor(dependencies: ApprovalDependencies, request: ApprovalRequest): Promise<TravelTimes> {
  const { database, checkEntry, askTravelTimes } = dependencies;
  const { shipmentId, address: given, choice } = request;
  const entry =
    choice === null || askTravelTimes === null
      ? null
      : (given ?? (await seenCorrection(database, request)).entry);
  const check = entry === null ? null : checkEntry({ entry, known: [] });
  const address = entry === null ? null : addressMeant(entry, check?.answer ?? null);
  if (address === null) return STRAIGHT_LINES;
  return travelTimesFor(dependencies, shipmentId, address);
}

type Way = Pick<Work, 'option' | 'other' | 'place' | 'travelMs'>;

async function wayOf(
  trx: Database,
  dependencies: ApprovalDependencies,
  { shipment, onRoute, address, request: { choice, language }, times }: WayAsked,
  nowMs: number,
): Promise<Way> {
  if (choice === null && onRoute === null) return offRoute;
  const { depot, mayBreakPromises } = choice ?? NOTHING_CHOSEN;
  const allowances = { depot, mayBreakPromises, travelMs: times.travelMs, nowMs };
  const parcel = { shipment, onRoute, address };
  const question = await optionsQuestion(trx, dependencies, parcel, allowances);
  if (choice === null) throw optionMissing(question, language);
  const option = chosenOption(question, choice, language);
  const { place, others } = question;
  const other =
    option.kind === 'other_route_today' ? others.find(({ id }) => id === option.routeId) : undefined;
  return { option, other: other ?? null, place, travelMs: times.travelMs };
}

const NOTHING_CHOSEN = { depot: null, mayBreakPromises: false } as const;

interface WayAsked {
  shipment: Shipment;
  onRoute: OnRoute | null;
  address: DeliveryAddress;
  request: ApprovalRequest;
  times: TravelTimes;
}

interface Asked {
  checkEntry: CheckEntry;
  shipment: Shipment;
  correction: Correction;
  request: ApprovalRequest;
}

async function approvalOf(trx: Database, asked: Asked, nowMs: number): Promise<Approval> {
  const { address: given, reason, caller } = asked.request;
  const entry = given ?? asked.correction.entry;
  const check = await checkOf(trx, asked, nowMs);
  const address = addressMeant(entry, check);
  if (address === null) throw addressIncomplete();
  if (reason === null && (check === null || check.verdict === 'fix')) throw reasonMissing();
  return { address, check, reason, actor: caller.personId };
}

async function checkOf(trx: Database, asked: Asked, nowMs: number): Promise<Approval['check']> {
  const { checkEntry, shipment, correction } = asked;
  const given = asked.request.address;
  if (given === null && correction.check !== null) return correction.check;
  const entry = given ?? correction.entry;
  const check = await checkBeside(trx, { checkEntry, shipment, entry });
  if (check !== null) await insertTogether(trx, [keptCheck(shipment.id, entry, check, nowMs)]);
  return check;
}

/** A correction that could not be checked when it was proposed has been now. */
function withCheck(correction: Correction, { address }: ApprovalRequest, { check }: Approval): Correction {
  return address === null ? { ...correction, check } : correction;
}
