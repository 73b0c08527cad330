import { auditInsert } from '../../audit/record-audit';
import type { Clock } from '../../clock';
import { insertTogether } from '../../database/insert-together';
import type { Database } from '../../database/open-database';
import type { PersonCaller } from '../../http/caller';
import { Problem } from '../../http/problem';
import type { Once } from '../../idempotency/once';
import { writeOnce, type Written } from '../../idempotency/write-once';
import type { Alert } from './alert';
import { type AlertReach, closeOne, findAlert } from './alerts-store';

export interface AlertsDependencies {
  database: Database;
  clock: Clock;
}

/** Someone of a depot sees the alerts of that depot and those of none. */
export function alertReachOf({ depot }: PersonCaller): AlertReach {
  return depot === null ? {} : { depot };
}

/**
 * Closes an alert that someone has looked at, once; one that is closed already stays as it is.
 * @throws Problem not-found for one out of reach
 */
export async function closeAlert(
  { database, clock }: AlertsDependencies,
  { caller, alertId }: { caller: PersonCaller; alertId: string },
  once: Once,
): Promise<Written<Alert>> {
  const nowMs = clock.nowMs();
  return writeOnce(database, once, nowMs, async (trx) => {
    if (await isClosedNow(trx, { caller, alertId }, nowMs)) {
      const audited = { actor: caller.personId, action: 'alert.closed', subject: alertId } as const;
      await insertTogether(trx, [auditInsert([audited], nowMs)]);
    }
    const result = await findAlert(trx, alertReachOf(caller), alertId);
    if (result === undefined) throw new Problem('not-found');
    return { subject: alertId, result };
  });
}

async function isClosedNow(
  trx: Database,
  { caller, alertId }: { caller: PersonCaller; alertId: string },
  nowMs: number,
): Promise<boolean> {
  if ((await findAlert(trx, alertReachOf(caller), alertId)) === undefined) throw new Problem('not-found');
  return closeOne(trx, alertId, { nowMs, by: caller.personId });
}
