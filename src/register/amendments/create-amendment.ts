import type { Database } from '../../database/open-database';
import { Problem } from '../../http/problem';
import type { Once } from '../../idempotency/once';
import { writeOnce, type Written } from '../../idempotency/write-once';
import { newId } from '../../ids';
import type { CurrentRegister } from '../current-register';
import type { Amendment } from './amendment';
import { addAmendment, type StoredAmendment } from './amendments-store';
import { type AmendmentMistake, settleAmendment } from './settle-amendment';

export interface NewAmendment {
  amendment: Amendment;
  reason: string;
  createdByKey: string;
}

/**
 * Adds what the carrier knows and the register does not, once.
 * @throws Problem invalid-request for what does not fit the register as it is now, every mistake named
 */
export async function createAmendment(
  { database, register }: { database: Database; register: CurrentRegister },
  { amendment, ...told }: NewAmendment,
  once: Once,
  nowMs: number,
): Promise<Written<StoredAmendment>> {
  return writeOnce(database, once, nowMs, async (trx) => {
    const settled = settleAmendment(register.current(), amendment, nowMs);
    if ('mistakes' in settled) throw inWords(settled.mistakes);
    const id = newId('amd', nowMs);
    const result = { id, amendment: settled.amendment, ...told, createdAtMs: nowMs };
    await addAmendment(trx, result);
    return { subject: id, result };
  });
}

function inWords(mistakes: readonly AmendmentMistake[]): Problem {
  const errors = mistakes.map(({ field, code, message }) => ({
    in: 'body' as const,
    pointer: `/${field}`,
    code,
    message,
  }));
  return new Problem('invalid-request', { errors });
}
