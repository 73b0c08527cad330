import type { Database } from '../../database/open-database';
import { Problem } from '../../http/problem';
import type { Once } from '../../idempotency/once';
import { writeOnce, type Written } from '../../idempotency/write-once';
import { newId } from '../../ids';
import type { CurrentRegister } from '../current-register';
import type { AmendmentsFollower } from './amendments-worker';
import type { Amendment } from './amendment';
import { addAmendment, deleteAmendment, type StoredAmendment } from './amendments-store';
import { type AmendmentMistake, settleAmendment } from './settle-amendment';

export interface AmendmentsStandOn {
  database: Database;
  register: CurrentRegister;
  follower: AmendmentsFollower;
}

export interface NewAmendment {
  amendment: Amendment;
  reason: string;
  /** The id of a shop's key, or of a supervisor. */
  createdBy: string;
}

/**
 * Adds what the carrier knows and the register does not, once.
 * @throws Problem invalid-request for what does not fit the register as it is now, every mistake named
 */
export async function createAmendment(
  { database, register, follower }: AmendmentsStandOn,
  { amendment, ...told }: NewAmendment,
  once: Once,
  nowMs: number,
): Promise<Written<StoredAmendment>> {
  const written = await writeOnce(database, once, nowMs, async (trx) => {
    const settled = settleAmendment(register.current(), amendment, nowMs);
    if ('mistakes' in settled) throw inWords(settled.mistakes);
    const id = newId('amd', nowMs);
    const result = { id, amendment: settled.amendment, ...told, createdAtMs: nowMs };
    await addAmendment(trx, result);
    return { subject: id, result };
  });
  await hear(follower);
  return written;
}

/**
 * Withdraws an amendment; false where there is none in force by that id, so that of two who try one succeeds.
 */
export async function withdrawAmendment(
  { database, follower }: Pick<AmendmentsStandOn, 'database' | 'follower'>,
  which: { id: string; actor: string },
  nowMs: number,
): Promise<boolean> {
  const isDone = await deleteAmendment(database, which, nowMs);
  if (isDone) await hear(follower);
  return isDone;
}

/** This replica need not wait for its poll; where the look fails, what was written stands, and the poll follows. */
async function hear(follower: AmendmentsFollower): Promise<void> {
  await follower.refresh().catch(() => undefined);
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
