import { hash } from 'node:crypto';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import { Problem } from '../http/problem';
import { oneMore, waitMs } from './sign-in-delay';
import { forgetFailures, lockFailures, takeBackFailure, writeFailures } from './sign-in-failures-store';

/** By what tries are counted. */
export interface Trying {
  name: string;
  /** Where it was typed. */
  clientAddress: string;
}

/**
 * Counts a try as failed before it is looked at, so that many at once are as slow as one after another.
 * @throws Problem too-many-requests where it comes too soon after others that failed
 */
export async function countTry(database: Database, trying: Trying, nowMs: number): Promise<void> {
  const subjects = subjectsOf(trying);
  const waitForMs = await transaction(
    database,
    async (trx) => {
      const failures = await lockFailures(trx, Object.values(subjects));
      const waits = (['name', 'address'] as const).map((of) =>
        waitMs(failures.get(subjects[of]) ?? null, of, nowMs),
      );
      const longest = Math.max(...waits);
      if (longest === 0) await writeFailures(trx, counted(Object.values(subjects), failures, nowMs));
      return longest;
    },
    'read committed',
  );
  if (waitForMs > 0) throw tooSoon(Math.ceil(waitForMs / 1000));
}

/** The try that was counted was right after all, and not the last that is asked for: only it no longer counts. */
export async function takeBackTry(database: Database, trying: Trying): Promise<void> {
  for (const subject of Object.values(subjectsOf(trying))) await takeBackFailure(database, subject);
}

/** They are in: what failed by their name is forgotten, and the address is one try the better. */
export async function forgiveTries(database: Database, trying: Trying): Promise<void> {
  const { name, address } = subjectsOf(trying);
  await forgetFailures(database, name);
  await takeBackFailure(database, address);
}

type Counts = Awaited<ReturnType<typeof lockFailures>>;

function counted(subjects: readonly string[], failures: Counts, nowMs: number): Counts {
  return new Map(subjects.map((subject) => [subject, oneMore(failures.get(subject) ?? null, nowMs)]));
}

function subjectsOf({ name, clientAddress }: Trying) {
  return { name: subjectOf('name', name), address: subjectOf('address', clientAddress) };
}

function subjectOf(kind: string, value: string): string {
  return hash('sha256', `${kind} ${value.trim().toLowerCase()}`, 'hex');
}

function tooSoon(seconds: number): Problem {
  return new Problem('too-many-requests', {
    detail: {
      nl: `Te vaak geprobeerd. Over ${seconds} seconden kan het weer.`,
      en: `Tried too often. You can try again in ${seconds} seconds.`,
    },
    headers: { 'Retry-After': String(seconds) },
  });
}
