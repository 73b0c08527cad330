import type { Database, Transaction } from '../database/open-database';
import { lockRoutesOf, type OnRoute, whereOnLocked } from '../routes/route-of-shipment';
import type { Shipment } from '../shipments/shipment';
import type { Correction } from './correction';
import { listCorrections } from './corrections-store';
import { type CorrectionRequest, correctionFor } from './find-correction';
import { WITH_DRIVER } from './states';

export interface LockedCorrection {
  shipment: Shipment;
  correction: Correction;
  onRoute: OnRoute | null;
}

/**
 * As correctionFor, with the parcel's place on its route. Routes are locked before shipments, and its place is looked
 * at when the shipment is locked as well: a plan may have come in between.
 */
export async function lockedCorrection(
  trx: Transaction,
  request: CorrectionRequest,
  otherRouteId: string | null = null,
): Promise<LockedCorrection> {
  const locked = await lockRoutesOf(trx, request.shipmentId, otherRouteId);
  const found = await correctionFor(trx, request);
  const onRoute = await whereOnLocked(trx, request.shipmentId, locked);
  return { ...found, onRoute: await notLanded(trx, request.shipmentId, onRoute) };
}

/** What was to come back, and is in the depot again, is on no route any more. */
export async function notLanded(
  database: Database,
  shipmentId: string,
  onRoute: OnRoute | null,
): Promise<OnRoute | null> {
  if (onRoute?.stop !== null) return onRoute;
  const all = await listCorrections(database, shipmentId);
  return all.some(({ state }) => WITH_DRIVER.includes(state)) ? onRoute : null;
}
