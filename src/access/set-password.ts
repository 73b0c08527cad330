import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { OPERATOR } from './by';
import type { IssuedPassword } from './create-person';
import { type NamedPerson, personNamed } from './named-person';
import { madeUp } from './made-up';
import { hashPassword } from './password';
import { writePassword } from './passwords-store';

/**
 * Gives somebody of the desk a new password, which is shown only now, and signs them out everywhere.
 * @throws PersonRefused where nobody of that role has this id or name
 */
export async function issuePassword(
  database: Database,
  clock: Clock,
  named: NamedPerson,
  actor: string = OPERATOR,
): Promise<IssuedPassword> {
  const person = await personNamed(database, named);
  const password = madeUp();
  const passwordHash = await hashPassword(password);
  await writePassword(database, { personId: person.id, passwordHash, by: actor }, clock.nowMs());
  return { person, password };
}
