import type { EnteredAddress } from '../checks/address';
import { insertTogether } from '../database/insert-together';
import type { Database } from '../database/open-database';
import type { PersonCaller } from '../http/caller';
import type { Once } from '../idempotency/once';
import { writeOnce, type Written } from '../idempotency/write-once';
import type { CheckEntry } from '../shipments/check-entry';
import type { Shipment } from '../shipments/shipment';
import { keptCheck } from '../shipments/shipment-checks';
import { type Approval, approveAndApply } from './apply-correction';
import type { Correction } from './correction';
import { addressMeant } from './decide-correction';
import { type CorrectionRequest, correctionFor } from './find-correction';
import { type CorrectionDependencies, checkBeside } from './propose-correction';
import { addressIncomplete, reasonMissing, refuseTooLate } from './refusals';

export interface ApprovalRequest extends CorrectionRequest {
  caller: PersonCaller;
  /** Another address than the proposed one, such as one of the candidates; null for the proposed one. */
  address: EnteredAddress | null;
  /** Why it is right although its check does not let it through. */
  reason: string | null;
}

/**
 * Approves a correction, once, and applies it at once. The address that the agent gives is checked as strictly as the one
 * that was proposed; what its check does not let through takes a reason, which is kept.
 * @throws Problem not-found; precondition-failed where someone else was first; conflict where it was decided already or
 *   the parcel is past correcting; invalid-request without the reason, or for an address that is not complete
 */
export async function approveCorrection(
  { database, clock, checkEntry }: CorrectionDependencies,
  request: ApprovalRequest,
  once: Once,
): Promise<Written<Correction>> {
  const nowMs = clock.nowMs();
  return writeOnce(database, once, nowMs, async (trx) => {
    const found = await correctionFor(trx, request);
    refuseTooLate(found);
    const { shipment } = found;
    const approval = await approvalOf(trx, { checkEntry, ...found, request }, nowMs);
    const correction = withCheck(found.correction, request, approval);
    const result = await approveAndApply(trx, { correction, shipment }, approval, nowMs);
    return { subject: shipment.id, result };
  });
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
