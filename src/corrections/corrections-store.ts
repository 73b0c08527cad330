import type { EnteredAddress } from '../checks/address';
import type { AddressCheckAnswer } from '../checks/answer';
import type { Insert, Update } from '../database/write';
import { refuseOtherVersion } from '../http/version';
import type { Database } from '../database/open-database';
import type { DeliveryAddress } from '../shipments/shipment';
import type { Correction, CorrectionSource, PriorShipment } from './correction';
import type { CorrectionPlan } from './plan';
import type { CorrectionState } from './states';

interface CorrectionRow {
  id: string;
  shipment_id: string;
  version: number;
  state: CorrectionState;
  source: CorrectionSource;
  proposed_by: string;
  entry: string;
  answer: string | null;
  address: string | null;
  reason: string | null;
  decided_by: string | null;
  prior: string | null;
  plan: string | null;
  superseded_by: string | null;
  created_at: number;
  updated_at: number;
}

const TABLE = 'corrections';

export function correctionRow(correction: Correction): Insert {
  return { table: TABLE, rows: [{ ...rowOf(correction) }] };
}

/** The corrections of a shipment, the newest first. */
export async function listCorrections(database: Database, shipmentId: string): Promise<Correction[]> {
  const rows = await database<CorrectionRow>(TABLE)
    .where({ shipment_id: shipmentId })
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');
  return rows.map(correctionOf);
}

export async function findCorrection(
  database: Database,
  shipmentId: string,
  id: string,
): Promise<Correction | undefined> {
  const row = await database<CorrectionRow>(TABLE).where({ shipment_id: shipmentId, id }).first();
  return row && correctionOf(row);
}

/** As much of a correction that is still to be decided as the agents' queue goes by. */
export interface OpenCorrection {
  shipmentId: string;
  state: CorrectionState;
  /** When it came into its state. */
  sinceMs: number;
}

/** What is still to be decided, of one shipment or of all. In these words, as the index is of them. */
export async function listOpen(database: Database, shipmentId: string | null): Promise<OpenCorrection[]> {
  const query = database<CorrectionRow>(TABLE).whereRaw("state IN ('proposed', 'blocked', 'refused')");
  if (shipmentId !== null) void query.where({ shipment_id: shipmentId });
  const rows = await query.select('shipment_id', 'state', 'updated_at');
  return rows.map(({ shipment_id, state, updated_at }) => ({
    ...{ shipmentId: shipment_id, state, sinceMs: updated_at },
  }));
}

/** Writes a changed correction over the version that it was changed from. */
export function correctionUpdate({ version }: Pick<Correction, 'version'>, after: Correction): Update {
  const { id, ...set } = rowOf(after);
  const orElse = () => refuseOtherVersion(after.version, version);
  return { update: TABLE, set, where: { id, version }, orElse };
}

function rowOf(correction: Correction): CorrectionRow {
  return {
    id: correction.id,
    shipment_id: correction.shipmentId,
    version: correction.version,
    state: correction.state,
    source: correction.source,
    proposed_by: correction.proposedBy,
    entry: JSON.stringify(correction.entry),
    answer: toJson(correction.check),
    address: toJson(correction.address),
    reason: correction.reason,
    decided_by: correction.decidedBy,
    prior: toJson(correction.prior),
    plan: toJson(correction.plan),
    superseded_by: correction.supersededBy,
    created_at: correction.createdAtMs,
    updated_at: correction.updatedAtMs,
  };
}

function correctionOf(row: CorrectionRow): Correction {
  return {
    id: row.id,
    shipmentId: row.shipment_id,
    version: row.version,
    state: row.state,
    source: row.source,
    proposedBy: row.proposed_by,
    entry: JSON.parse(row.entry) as EnteredAddress,
    check: fromJson(row.answer) as AddressCheckAnswer | null,
    address: fromJson(row.address) as DeliveryAddress | null,
    reason: row.reason,
    decidedBy: row.decided_by,
    prior: fromJson(row.prior) as PriorShipment | null,
    plan: fromJson(row.plan) as CorrectionPlan | null,
    supersededBy: row.superseded_by,
    createdAtMs: row.created_at,
    updatedAtMs: row.updated_at,
  };
}

function toJson(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function fromJson(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
