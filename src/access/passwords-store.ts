import { insertTogether } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import { auditedAccess } from './audited-access';
import { endSessions } from './sessions-store';

export interface PasswordOfPerson {
  personId: string;
  /** null where they have none. */
  passwordHash: string | null;
}

interface PasswordRow {
  id: string;
  password_hash: string | null;
}

/** Those of the desk who bear this name, whatever its case, and have not ended. */
export async function findPasswords(database: Database, name: string): Promise<PasswordOfPerson[]> {
  const rows = await database<PasswordRow>('people')
    .whereRaw('lower(name) = lower(?)', [name])
    .whereIn('role', ['agent', 'supervisor'])
    .whereNull('ended_at')
    .orderBy('id')
    .select('id', 'password_hash');
  return rows.map(({ id, password_hash }) => ({ personId: id, passwordHash: password_hash }));
}

/** Gives a person another password, which ends all their sessions. */
export async function writePassword(
  database: Database,
  { personId, passwordHash, by }: { personId: string; passwordHash: string; by: string },
  nowMs: number,
): Promise<void> {
  await transaction(database, async (trx) => {
    await trx('people').where({ id: personId }).update({ password_hash: passwordHash });
    await endSessions(trx, { personId }, nowMs);
    await insertTogether(trx, [auditedAccess('person.password-set', personId, nowMs, by)]);
  });
}
