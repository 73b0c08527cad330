import type { Database } from '../database/open-database';
import type { Caller } from '../http/caller';
import { Problem } from '../http/problem';
import { refuseOtherVersion } from '../http/version';
import { shipmentFor, shipmentToChange } from '../shipments/find-shipment';
import type { Shipment } from '../shipments/shipment';
import type { Correction } from './correction';
import { findCorrection, listCorrections } from './corrections-store';

export interface CorrectionRequest {
  caller: Caller;
  shipmentId: string;
  correctionId: string;
  /** The version of the correction that a change is based on. */
  expected: number;
}

export interface FoundCorrection {
  shipment: Shipment;
  correction: Correction;
  /** All that its shipment has, the newest first. */
  corrections: readonly Correction[];
}

/**
 * The correction that a caller names, and its shipment, where it is as they saw it; for a transaction that changes them.
 * @throws Problem not-found where there is none or it is someone else's; precondition-failed where it was changed since
 */
export async function correctionFor(trx: Database, request: CorrectionRequest): Promise<FoundCorrection> {
  const found = await correctionAsIs(trx, request);
  refuseOtherVersion(found.correction.version, request.expected);
  return found;
}

/** As correctionFor, whether it is as they saw it or not. @throws Problem not-found */
export async function correctionAsIs(
  trx: Database,
  which: Omit<CorrectionRequest, 'expected'>,
): Promise<FoundCorrection> {
  const shipment = await shipmentToChange(trx, which.caller, which.shipmentId);
  const corrections = await listCorrections(trx, shipment.id);
  const correction = corrections.find(({ id }) => id === which.correctionId);
  if (correction === undefined) throw new Problem('not-found');
  return { shipment, correction, corrections };
}

/** As correctionFor, the correction alone, to be looked at. @throws Problem not-found */
export async function seenCorrection(
  database: Database,
  which: Omit<CorrectionRequest, 'expected'>,
): Promise<Correction> {
  await shipmentFor(database, which.caller, which.shipmentId);
  const correction = await findCorrection(database, which.shipmentId, which.correctionId);
  if (correction === undefined) throw new Problem('not-found');
  return correction;
}
