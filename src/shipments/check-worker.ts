import type { Clock } from '../clock';
import { recallAddresses } from '../customers/remember-address';
import { insertTogether } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import { every, type Repeated } from '../every';
import type { Log } from '../log';
import { writeChange } from './change-shipment';
import type { CheckEntry } from './check-entry';
import { asDecided } from './new-shipment';
import type { Shipment } from './shipment';
import type { ShipmentFollower } from './shipment-follower';
import { checkRow } from './shipment-rows-store';
import { findShipment, listUnchecked } from './shipments-store';

export interface CheckWorkerDependencies {
  database: Database;
  clock: Clock;
  log: Log;
  checkEntry: CheckEntry;
  followShipment: ShipmentFollower;
}

const LOOK_EVERY_MS = 1_000;
const AT_ONCE = 100;

/** Checks what was registered while the register was away, so that nothing leaves unchecked. */
export function startCheckWorker(dependencies: CheckWorkerDependencies): Repeated {
  return every(LOOK_EVERY_MS, async () => {
    for (const shipment of await listUnchecked(dependencies.database, AT_ONCE))
      await checkInTurn(dependencies, shipment);
  });
}

/** One that cannot be checked, or not be written, must not keep those behind it waiting for ever. */
async function checkInTurn(dependencies: CheckWorkerDependencies, shipment: Shipment): Promise<void> {
  try {
    await checkShipment(dependencies, shipment);
  } catch (error) {
    dependencies.log.error({ error }, 'a shipment could not be checked and waits');
  }
}

/** Leaves it as it is where the register is still away. */
async function checkShipment(
  { database, clock, checkEntry, followShipment }: CheckWorkerDependencies,
  { id, shopId, customer, entry }: Shipment,
): Promise<void> {
  const recalled = customer === null ? [] : await recallAddresses(database, { shopId, customer });
  const checked = checkEntry({ entry, known: recalled });
  if (checked === null) return;
  const nowMs = clock.nowMs();
  await transaction(database, async (trx) => {
    const before = await findShipment(trx, {}, id);
    if (before?.state !== 'registered') return;
    await insertTogether(trx, [checkRow(id, { entry, answer: checked.answer, atMs: nowMs })]);
    const decided = asDecided(before, checked, nowMs);
    const code = decided.state === 'released' ? 'released' : 'held';
    const after = { ...before, ...decided, stateAtMs: nowMs };
    const change = { before, after, code, reason: 'checked', actor: 'system' } as const;
    await followShipment(trx, await writeChange(trx, change, nowMs), nowMs);
  });
}
