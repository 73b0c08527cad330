import type { Clock } from '../clock';
import { recallAddresses } from '../customers/remember-address';
import { isDatabaseUnavailable, wasInTheWay } from '../database/database-error';
import { insertTogether } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import { every, type Repeated } from '../every';
import type { Log } from '../log';
import { writeChange } from './change-shipment';
import { type CheckEntry, isRegisterAway } from './check-entry';
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
const PORTION = 100;
/** Some seconds of work: what stops the service waits no longer than that. */
const MOST_A_LOOK = 500;
/** What cannot be checked though others can is tried again, and logged, no sooner than that. */
const TRY_AGAIN_MS = 60_000;

/** Checks what was registered while the register was away, so that nothing leaves unchecked. */
export function startCheckWorker(dependencies: CheckWorkerDependencies): Repeated {
  const failedAtMs = new Map<string, number>();
  return every(LOOK_EVERY_MS, () => look(dependencies, failedAtMs));
}

/** Tries what waits, the oldest first, until the register is found away. */
async function look(dependencies: CheckWorkerDependencies, failedAtMs: Map<string, number>): Promise<void> {
  const nowMs = dependencies.clock.nowMs();
  for (const [id, atMs] of failedAtMs) if (nowMs - atMs >= TRY_AGAIN_MS) failedAtMs.delete(id);
  let tried = 0;
  for await (const shipment of unchecked(dependencies.database)) {
    if (failedAtMs.has(shipment.id)) continue;
    if ((tried += 1) > MOST_A_LOOK) return;
    if (await checkInTurn(dependencies, shipment)) continue;
    if (isRegisterAway(dependencies.checkEntry)) return;
    failedAtMs.set(shipment.id, nowMs);
  }
}

/** All that waits, by portions: many that cannot be checked must not keep those behind them waiting for ever. */
async function* unchecked(database: Database): AsyncGenerator<Shipment> {
  let portion: Shipment[] = [];
  do {
    portion = await listUnchecked(database, { afterId: portion.at(-1)?.id ?? '', limit: PORTION });
    yield* portion;
  } while (portion.length === PORTION);
}

/** Whether it need not be tried again. */
async function checkInTurn(dependencies: CheckWorkerDependencies, shipment: Shipment): Promise<boolean> {
  try {
    return await checkShipment(dependencies, shipment);
  } catch (error) {
    if (isDatabaseUnavailable(error) && !wasInTheWay(error)) throw error;
    dependencies.log.error({ error }, 'a shipment could not be checked and waits');
    return false;
  }
}

/** Leaves it as it is, and returns false, where it cannot be checked. */
async function checkShipment(
  { database, clock, checkEntry, followShipment }: CheckWorkerDependencies,
  { id, shopId, customer, entry }: Shipment,
): Promise<boolean> {
  const recalled = customer === null ? [] : await recallAddresses(database, { shopId, customer });
  const checked = checkEntry({ entry, known: recalled });
  if (checked === null) return false;
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
  return true;
}
