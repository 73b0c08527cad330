import type { PersonCaller } from '../http/caller';
import { Problem } from '../http/problem';
import type { Once } from '../idempotency/once';
import { writeOnce, type Written } from '../idempotency/write-once';
import { type ChangeDependencies, writeChange } from './change-shipment';
import { releasedByDesk } from './decisions';
import { shipmentToChange } from './find-shipment';
import type { Shipment } from './shipment';
import type { Transaction } from '../database/open-database';

/** What became of one shipment of many. */
export interface BulkRelease {
  shipmentId: string;
  outcome: 'released' | 'not_found' | 'not_possible';
}

/** Releases what was held by a false alarm: each for itself, since one that cannot be must not keep the others. */
export async function releaseShipments(
  { database, clock, followShipment }: ChangeDependencies,
  { shipmentIds, ...asked }: Asked & { shipmentIds: readonly string[] },
  once: Once,
): Promise<Written<BulkRelease[]>> {
  const nowMs = clock.nowMs();
  return writeOnce(database, once, nowMs, async (trx) => {
    const result: BulkRelease[] = [];
    for (const shipmentId of new Set(shipmentIds)) {
      const released = await releaseOne(trx, shipmentId, asked, nowMs);
      if (typeof released !== 'string') await followShipment(trx, released, nowMs);
      result.push({ shipmentId, outcome: typeof released === 'string' ? released : 'released' });
    }
    return { subject: asked.caller.personId, result };
  });
}

interface Asked {
  caller: PersonCaller;
  reason: string;
}

/** The shipment as it was released, or why it was not. */
async function releaseOne(
  trx: Transaction,
  shipmentId: string,
  { caller, reason }: Asked,
  nowMs: number,
): Promise<Shipment | 'not_found' | 'not_possible'> {
  try {
    const before = await shipmentToChange(trx, caller, shipmentId);
    const after = releasedByDesk(before, nowMs);
    const change = { before, after, code: 'released', reason, actor: caller.personId } as const;
    return await writeChange(trx, change, nowMs);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code === 'not-found' ? 'not_found' : 'not_possible';
  }
}
