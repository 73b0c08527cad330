import type { AnswerLanguage } from '../checks/answer';
import { type ApprovalDependencies, approveCorrection } from '../corrections/approve-correction';
import { chosenAddress } from '../corrections/chosen-address';
import type { Choice } from '../corrections/choose-option';
import type { Correction } from '../corrections/correction';
import { correctionsOf } from '../corrections/corrections-of';
import { proposeCorrection } from '../corrections/propose-correction';
import { addressIncomplete } from '../corrections/refusals';
import type { PersonCaller } from '../http/caller';
import { onceOf } from '../idempotency/once';
import { shipmentFor } from '../shipments/find-shipment';

export interface SettleRequest {
  caller: PersonCaller;
  shipmentId: string;
  /** Of the page that was looked at: sent twice it is done once. */
  key: string;
  shipmentVersion: number;
  /** The correction that is to be decided, as it was seen; null where nobody has proposed one. */
  correction: { id: string; version: number } | null;
  /** Which candidate is meant; null for the address as it was typed. */
  candidate: number | null;
  reason: string | null;
  choice: Choice | null;
  language: AnswerLanguage;
}

/**
 * One action of an agent: the correction that waits is approved, by the candidate and the option that were chosen; where none waits,
 * the candidate is proposed in the agent's name first.
 * @throws Problem as proposing and approving do
 */
export async function settleCase(
  dependencies: ApprovalDependencies,
  request: SettleRequest,
): Promise<Correction> {
  const { correction } = request;
  if (correction !== null) return approve(dependencies, request, correction);
  const proposed = await propose(dependencies, request);
  const isOpen = proposed.state === 'proposed' || proposed.state === 'blocked';
  return isOpen ? approve(dependencies, { ...request, candidate: null }, proposed) : proposed;
}

async function propose(
  dependencies: ApprovalDependencies,
  { caller, shipmentId, key, shipmentVersion, candidate }: SettleRequest,
): Promise<Correction> {
  const shipment = await shipmentFor(dependencies.database, caller, shipmentId);
  const entry = chosenAddress(shipment, candidate);
  if (entry === null) throw addressIncomplete();
  const proposal = { entry, source: 'agent', isConfirmed: true } as const;
  const once = onceOf(caller, `${key}-propose`, {
    operationId: 'settleCase',
    params: shipmentId,
    body: entry,
  });
  const asked = { caller, shipmentId, expected: shipmentVersion, proposal };
  return (await proposeCorrection(dependencies, asked, once)).result;
}

async function approve(
  dependencies: ApprovalDependencies,
  { caller, shipmentId, key, candidate, reason, choice, language }: SettleRequest,
  { id, version }: { id: string; version: number },
): Promise<Correction> {
  const address = candidate === null ? null : await candidateOf(dependencies, shipmentId, { id, candidate });
  const decision = { address, reason, choice, language };
  const body = { id, version, ...decision };
  const once = onceOf(caller, `${key}-approve`, { operationId: 'settleCase', params: shipmentId, body });
  const asked = { caller, shipmentId, correctionId: id, expected: version, ...decision };
  return (await approveCorrection(dependencies, asked, once)).result;
}

async function candidateOf(
  { database }: ApprovalDependencies,
  shipmentId: string,
  { id, candidate }: { id: string; candidate: number },
) {
  const correction = (await correctionsOf(database, shipmentId)).find((one) => one.id === id);
  if (correction === undefined) return null;
  return chosenAddress(correction, candidate);
}
