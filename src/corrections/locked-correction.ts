import type { Transaction } from '../database/open-database';
import { lockRoutesOf, type OnRoute, whereOnLocked } from '../routes/route-of-shipment';
import type { Correction } from './correction';
import { correctionAsIs, type CorrectionRequest, type FoundCorrection } from './find-correction';
import { WITH_DRIVER } from './states';

export interface LockedCorrection extends FoundCorrection {
  onRoute: OnRoute | null;
}

/**
 * As correctionAsIs, with the parcel's place on its route. Routes are locked before shipments, and its place is looked
 * at when the shipment is locked as well: a plan may have come in between.
 */
export async function lockedCorrection(
  trx: Transaction,
  request: CorrectionRequest,
  otherRouteId: string | null = null,
): Promise<LockedCorrection> {
  const locked = await lockRoutesOf(trx, request.shipmentId, otherRouteId);
  const found = await correctionAsIs(trx, request);
  const onRoute = await whereOnLocked(trx, request.shipmentId, locked);
  return { ...found, onRoute: notLanded(found.corrections, onRoute) };
}

/** What was to come back, and is in the depot again, is on no route any more. */
export function notLanded(corrections: readonly Correction[], onRoute: OnRoute | null): OnRoute | null {
  if (onRoute?.stop !== null) return onRoute;
  return corrections.some(({ state }) => WITH_DRIVER.includes(state)) ? onRoute : null;
}
