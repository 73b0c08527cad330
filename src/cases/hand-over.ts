import { auditInsert } from '../audit/record-audit';
import { insertTogether } from '../database/insert-together';
import type { Transaction } from '../database/open-database';
import { transaction } from '../database/transaction';
import type { PersonCaller } from '../http/caller';
import { mayHandOver, worksFor } from './case-hands';
import { deskPerson, type LockedCase, lockedCase, takingOf } from './locked-case';
import type { Taking } from './queue-item';
import type { QueueDependencies } from './whole-queue';
import { notAtThisDesk, notYours, takenBy, takenByNobody } from './refusals';
import { keepTaking } from './taken-cases-store';

export interface HandOverRequest {
  caller: PersonCaller;
  shipmentId: string;
  /** The id of whoever had it when the caller looked; null for nobody. */
  from: string | null;
  /** The id of whoever gets it; null for nobody, so that anyone can take it. */
  to: string | null;
}

/**
 * Hands a shipment's case over to someone of the desk, or back to nobody; null as an answer is nobody. A case is handed over by
 * whoever has it and by supervisors; one that is nobody's by anyone.
 * @throws Problem conflict where it is no longer whose the caller saw, which names who has it, or where nothing waits any more;
 *   forbidden for someone else's; invalid-request where whoever is to get it does not work for this depot; not-found
 */
export async function handOver(
  { database, clock }: QueueDependencies,
  request: HandOverRequest,
): Promise<Taking | null> {
  return transaction(database, (trx) => handOverWithin(trx, request, clock.nowMs()), 'read committed');
}

async function handOverWithin(
  trx: Transaction,
  { caller, shipmentId, from, to }: HandOverRequest,
  nowMs: number,
): Promise<Taking | null> {
  const found = await lockedCase(trx, caller, shipmentId);
  await refuseOtherHands(trx, found, { caller, from });
  if (to === from) return found.taken;
  if (to !== null) await refuseOtherDesk(trx, found, to);
  const taking = to === null ? null : takingOf(to, found, nowMs);
  await keepTaking(trx, shipmentId, taking);
  const audited = { actor: caller.personId, action: 'case.handed_over', subject: shipmentId } as const;
  await insertTogether(trx, [auditInsert([{ ...audited, details: { from, to } }], nowMs)]);
  return taking;
}

async function refuseOtherHands(
  trx: Transaction,
  { taken }: LockedCase,
  { caller, from }: Pick<HandOverRequest, 'caller' | 'from'>,
): Promise<void> {
  if (taken === null) {
    if (from !== null) throw takenByNobody();
    return;
  }
  if (mayHandOver(caller, taken) && taken.personId === from) return;
  const name = (await deskPerson(trx, taken.personId))?.name ?? '';
  throw taken.personId === from ? notYours(name) : takenBy(name);
}

async function refuseOtherDesk(trx: Transaction, { depot }: LockedCase, to: string): Promise<void> {
  const person = await deskPerson(trx, to);
  if (person === undefined || !worksFor(person, depot)) throw notAtThisDesk();
}
