import { insertTogether } from '../database/insert-together';
import type { Database, Transaction } from '../database/open-database';
import { transaction } from '../database/transaction';
import { auditedAccess } from './audited-access';
import { endSessions } from './sessions-store';

interface AccountRow {
  person_id: string;
  email: string | null;
  issuer: string | null;
  subject: string | null;
  linked_at: number;
}

/** Somebody at a company's sign-on, for good: e-mail addresses are given to others, this never. */
export interface Subject {
  issuer: string;
  subject: string;
}

/** By what somebody of the desk is known at their company. */
export type KnownBy = { email: string } | Subject;

const TABLE = 'company_accounts';

/** Links somebody's account in place of the one before. Rejects where it is another's already (`isDuplicate`). */
export async function writeAccount(
  database: Database,
  { personId, by, ...account }: { personId: string; by: string } & KnownBy,
  nowMs: number,
): Promise<void> {
  await transaction(database, async (trx) => {
    const unknown = { email: null, issuer: null, subject: null };
    const row = { ...unknown, ...account, person_id: personId, linked_at: nowMs };
    await trx<AccountRow>(TABLE).insert(row).onConflict('person_id').merge();
    await insertTogether(trx, [auditedAccess('person.account-linked', personId, nowMs, by)]);
  });
}

/** Takes the link away, which ends all sessions of its person. */
export async function removeAccount(
  database: Database,
  { personId, by }: { personId: string; by: string },
  nowMs: number,
): Promise<void> {
  await transaction(database, async (trx) => {
    const removed = await trx<AccountRow>(TABLE).where({ person_id: personId }).delete();
    if (removed === 0) return;
    await endSessions(trx, { personId }, nowMs);
    await insertTogether(trx, [auditedAccess('person.account-unlinked', personId, nowMs, by)]);
  });
}

export async function hasAccount(database: Database, personId: string): Promise<boolean> {
  return (await database<AccountRow>(TABLE).where({ person_id: personId }).first()) !== undefined;
}

/** By what somebody's account is known: its e-mail address, or what their company calls them; null where none is linked. */
export async function accountOf(database: Database, personId: string): Promise<string | null> {
  const row = await database<AccountRow>(TABLE).where({ person_id: personId }).first();
  return row?.email ?? row?.subject ?? null;
}

/**
 * Who of the desk this is at their company: by subject, or the first time by a verified e-mail address, from then on by subject
 * alone. null where they are nobody here, or have ended.
 */
export async function personOfAccount(
  database: Database,
  { email, issuer, subject }: Subject & { email: string | null },
  nowMs: number,
): Promise<string | null> {
  return transaction(database, async (trx) => {
    const known = await findWhere(trx, { issuer, subject });
    if (known !== null || email === null) return known;
    const invited = await findWhere(trx, { email, subject: null });
    if (invited === null) return null;
    await trx<AccountRow>(TABLE).where({ person_id: invited }).update({ issuer, subject });
    await insertTogether(trx, [auditedAccess('person.account-linked', invited, nowMs, invited)]);
    return invited;
  });
}

async function findWhere(trx: Transaction, where: Partial<AccountRow>): Promise<string | null> {
  const row = await trx(TABLE)
    .join('people', 'people.id', `${TABLE}.person_id`)
    .where(where)
    .whereNull('people.ended_at')
    .whereIn('people.role', ['agent', 'supervisor'])
    .first<{ person_id: string } | undefined>(`${TABLE}.person_id`);
  return row?.person_id ?? null;
}
