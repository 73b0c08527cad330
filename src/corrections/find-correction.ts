import type { Database } from '../database/open-database';
import type { Caller } from '../http/caller';
import { Problem } from '../http/problem';
import { refuseOtherVersion } from '../http/version';
import { shipmentFor } from '../shipments/find-shipment';
import type { Shipment } from '../shipments/shipment';
import type { Correction } from './correction';
import { findCorrection } from './corrections-store';

export interface CorrectionRequest {
  caller: Caller;
  shipmentId: string;
  correctionId: string;
  /** The version of the correction that a change is based on. */
  expected: number;
}

/**
 * The correction that a caller names, and its shipment, where it is as they saw it.
 * @throws Problem not-found where there is none or it is someone else's; precondition-failed where it was changed since
 */
export async function correctionFor(
  trx: Database,
  { expected, ...which }: CorrectionRequest,
): Promise<{ shipment: Shipment; correction: Correction }> {
  const found = await seenCorrection(trx, which);
  refuseOtherVersion(found.correction.version, expected);
  return found;
}

/** As correctionFor, to be looked at. @throws Problem not-found */
export async function seenCorrection(
  database: Database,
  { caller, shipmentId, correctionId }: Omit<CorrectionRequest, 'expected'>,
): Promise<{ shipment: Shipment; correction: Correction }> {
  const shipment = await shipmentFor(database, caller, shipmentId);
  const correction = await findCorrection(database, shipmentId, correctionId);
  if (correction === undefined) throw new Problem('not-found');
  return { shipment, correction };
}
