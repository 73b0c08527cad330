import { auditInsert } from '../audit/record-audit';
import type { Database } from '../database/open-database';
import { type Insert, insertTogether } from '../database/insert-together';
import { refuseOtherVersion } from '../http/version';
import { closeAlerts } from '../routes/raise-alert';
import type { Correction } from './correction';
import { correctionRow, updateCorrection } from './corrections-store';
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

/**
 * Brings a correction into another state, within a transaction; `told` is what comes to be known with it.
 * @throws Problem conflict where it cannot come there; precondition-failed where someone else was first
 */
export async function moveCorrection(
  trx: Database,
  before: Correction,
  { state, actor, ...told }: Told & { state: CorrectionState; actor: string },
  nowMs: number,
): Promise<Correction> {
  if (!canBecome(before.state, state)) throw notInState(before.state);
  const after = { ...before, ...told, state, version: before.version + 1, updatedAtMs: nowMs };
  if (!(await updateCorrection(trx, after))) refuseOtherVersion(after.version, before.version);
  await insertTogether(trx, [audited(after, actor, nowMs)]);
  // What an agent was alerted to is decided now.
  if (before.state === 'proposed') await closeAlerts(trx, after.id, nowMs);
  return after;
}

function audited({ id, shipmentId, state, version }: Correction, actor: string, nowMs: number): Insert {
  const details = { shipment: shipmentId, version };
  return auditInsert([{ actor, action: `correction.${state}`, subject: id, details }], nowMs);
}
