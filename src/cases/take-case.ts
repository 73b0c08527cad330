import { auditInsert } from '../audit/record-audit';
import { insertTogether } from '../database/insert-together';
import type { Transaction } from '../database/open-database';
import { transaction } from '../database/transaction';
import type { PersonCaller } from '../http/caller';
import { deskPerson, lockedCase, takingOf } from './locked-case';
import type { Taking } from './queue-item';
import type { QueueDependencies } from './whole-queue';
import { takenBy } from './refusals';
import { keepTaking } from './taken-cases-store';

export interface TakeRequest {
  caller: PersonCaller;
  shipmentId: string;
}

/**
 * Takes a shipment's case, so that nobody else works on it: it is the caller's until it is handed over, or all that is open of it
 * now is done. Of two who take it at once one has it. Whoever has it already has it since they took it.
 * @throws Problem conflict that names who has it, or where nothing waits any more; not-found for a shipment out of reach
 */
export async function takeCase(
  { database, clock }: QueueDependencies,
  request: TakeRequest,
): Promise<Taking> {
  return transaction(database, (trx) => takeWithin(trx, request, clock.nowMs()), 'read committed');
}

async function takeWithin(
  trx: Transaction,
  { caller, shipmentId }: TakeRequest,
  nowMs: number,
): Promise<Taking> {
  const { personId } = caller;
  const found = await lockedCase(trx, caller, shipmentId);
  if (found.taken?.personId === personId) return found.taken;
  if (found.taken !== null) throw takenBy((await deskPerson(trx, found.taken.personId))?.name ?? '');
  const taking = takingOf(personId, found, nowMs);
  await keepTaking(trx, shipmentId, taking);
  const audited = { actor: personId, action: 'case.taken', subject: shipmentId } as const;
  await insertTogether(trx, [auditInsert([audited], nowMs)]);
  return taking;
}
