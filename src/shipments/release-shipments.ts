import type { PersonCaller } from '../http/caller';
import { Problem } from '../http/problem';
import type { Once } from '../idempotency/once';
import { writeOnce, type Written } from '../idempotency/write-once';
import { type ChangeDependencies, writeChange } from './change-shipment';
import { releasedByDesk } from './decisions';
import { shipmentToChange } from './find-shipment';
import type { Database } from '../database/open-database';

/** What became of one shipment of many. */
export interface BulkRelease {
  shipmentId: string;
  outcome: 'released' | 'not_found' | 'not_possible';
}

/** Releases what was held by a false alarm: each for itself, since one that cannot be must not keep the others. */
export async function releaseShipments(
  { database, clock }: ChangeDependencies,
  { caller, shipmentIds, reason }: { caller: PersonCaller; shipmentIds: readonly string[]; reason: string },
  once: Once,
): Promise<Written<BulkRelease[]>> {
  const nowMs = clock.nowMs();
  return writeOnce(database, once, nowMs, async (trx) => {
    const result: BulkRelease[] = [];
    for (const shipmentId of new Set(shipmentIds))
      result.push({ shipmentId, outcome: await releaseOne(trx, { caller, shipmentId, reason }, nowMs) });
    return { subject: caller.personId, result };
  });
}

async function releaseOne(
  trx: Database,
  { caller, shipmentId, reason }: { caller: PersonCaller; shipmentId: string; reason: string },
  nowMs: number,
): Promise<BulkRelease['outcome']> {
  try {
    const before = await shipmentToChange(trx, caller, shipmentId);
    const after = releasedByDesk(before, nowMs);
    await writeChange(trx, { before, after, code: 'released', reason, actor: caller.personId }, nowMs);
    return 'released';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code === 'not-found' ? 'not_found' : 'not_possible';
  }
}
