import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { OPERATOR } from './by';
import type { IssuedToken } from './create-person';
import { activeAtMost } from './keys-store';
import { makeToken } from './make-token';
import { personNamed, type NamedPerson } from './named-person';
import type { Person } from './people-store';
import { PersonRefused } from './person-refused';
import { addToken } from './person-tokens-store';

/**
 * Makes a token for a person who is there already. It works at once, in every replica, beside the one before.
 * @throws PersonRefused where nobody of that role is called so, they have left, or have two that are active
 */
export async function issueToken(
  database: Database,
  clock: Clock,
  named: NamedPerson,
  actor: string = OPERATOR,
): Promise<IssuedToken> {
  const person = await personNamed(database, named);
  const made = makeToken(person.id, clock.nowMs());
  if (!(await addToken(database, made.stored, actor))) throw notOneMore(person);
  return { person, ...made };
}

function notOneMore({ name, role, endedAtMs }: Person): PersonRefused {
  if (endedAtMs !== null)
    return new PersonRefused(
      `${name} was ended; where they are back: klopt ${role}s create --name NAME`,
      'has_ended',
    );
  return new PersonRefused(
    `${name} has ${activeAtMost} active tokens already: revoke one first ("klopt ${role}s list").`,
    'two_tokens',
  );
}
