import { auditInsert } from '../audit/record-audit';
import type { Database, Transaction } from '../database/open-database';
import type { Insert, Write } from '../database/write';
import { writeTogether } from '../database/write-together';
import { insertTogether } from '../database/insert-together';
import { closedAlerts } from '../routes/alerts/raise-alert';
import type { Correction } from './correction';
import { correctionRow, correctionUpdate } from './corrections-store';
import { notInState } from './refusals';
import { canBecome, type CorrectionState } from './states';

/** Writes a new correction and its place in the audit log, within a transaction. */
export async function addCorrection(
  trx: Database,
  correction: Correction,
  actor: string = correction.proposedBy,
): Promise<void> {
  await insertTogether(trx, [correctionRow(correction), audited(correction, actor, correction.createdAtMs)]);
}

type Told = Partial<Pick<Correction, 'address' | 'reason' | 'decidedBy' | 'prior' | 'plan' | 'supersededBy'>>;

type Move = Told & { state: CorrectionState };

/**
 * Brings a correction into another state, within a transaction; `told` is what comes to be known with it.
 * @throws Problem conflict where it cannot come there; precondition-failed where someone else was first
 */
export async function moveCorrection(
  trx: Transaction,
  before: Correction,
  { actor, ...move }: Move & { actor: string },
  nowMs: number,
): Promise<Correction> {
  const after = moved(before, move, nowMs);
  await writeTogether(trx, moveOf(before, after, actor));
  return after;
}

/** A correction as it is in another state. @throws Problem conflict where it cannot come there */
export function moved(before: Correction, { state, ...told }: Move, nowMs: number): Correction {
  if (!canBecome(before.state, state)) throw notInState(before.state);
  return { ...before, ...told, state, version: before.version + 1, updatedAtMs: nowMs };
}

/** What is written of a correction that came into another state. */
export function moveOf(before: Correction, after: Correction, actor: string): Write[] {
  return [
    correctionUpdate(before, after),
    // What an agent was alerted to is decided now.
    ...(before.state === 'proposed' ? [closedAlerts(after.id, after.updatedAtMs)] : []),
    auditedMove(after, actor),
  ];
}

/** The row of the audit log of a correction that is in another state now. */
export function auditedMove(after: Correction, actor: string): Insert {
  return audited(after, actor, after.updatedAtMs);
}

function audited({ id, shipmentId, state, version }: Correction, actor: string, nowMs: number): Insert {
  const details = { shipment: shipmentId, version };
  return auditInsert([{ actor, action: `correction.${state}`, subject: id, details }], nowMs);
}
