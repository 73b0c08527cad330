import type { Clock } from '../clock';
import { isDuplicate } from '../database/database-error';
import type { Database } from '../database/open-database';
import { type KnownBy, removeAccount, writeAccount } from './company-accounts-store';
import { type NamedPerson, personNamed } from './named-person';
import type { Person } from './people-store';
import { PersonRefused } from './person-refused';

/** Who is meant, and the id of whoever wants it, `operator` for the command line. */
export interface LinkRequest extends NamedPerson {
  by: string;
}

/**
 * Lets somebody of the desk sign in by the account of their company, that is known by a verified e-mail address or a subject.
 * @throws PersonRefused where nobody of that role has this id or name, or the account is another's
 */
export async function linkAccount(
  database: Database,
  clock: Clock,
  { by, account, ...named }: LinkRequest & { account: KnownBy },
): Promise<Person> {
  const person = await personNamed(database, named);
  const known = 'email' in account ? { email: emailOf(account.email) } : account;
  try {
    await writeAccount(database, { personId: person.id, by, ...known }, clock.nowMs());
  } catch (error) {
    if (isDuplicate(error))
      throw new PersonRefused('This account is linked to somebody else already.', 'account_taken');
    throw error;
  }
  return person;
}

/**
 * Lets somebody sign in by the account of their company no longer, and signs them out everywhere.
 * @throws PersonRefused where nobody of that role has this id or name
 */
export async function unlinkAccount(
  database: Database,
  clock: Clock,
  { by, ...named }: LinkRequest,
): Promise<Person> {
  const person = await personNamed(database, named);
  await removeAccount(database, { personId: person.id, by }, clock.nowMs());
  return person;
}

/** An address as it is compared: companies write the same one in different cases. */
export function emailOf(typed: string): string {
  const email = typed.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254)
    throw new PersonRefused('This is no e-mail address.', 'no_email');
  return email;
}
