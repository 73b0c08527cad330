import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { OPERATOR } from './by';
import { personNamed, type NamedPerson } from './named-person';
import { markEnded, type Person } from './people-store';
import { PersonRefused } from './person-refused';

export interface Ending {
  person: Person;
  /** Whether they had left before. */
  already: boolean;
}

/**
 * Ends a person: none of their tokens works any more within a second, in every replica, and none can be made.
 * @throws PersonRefused where nobody of that role is called so, or nobody would be left who leads all depots
 */
export async function endPerson(
  database: Database,
  clock: Clock,
  named: NamedPerson,
  actor: string = OPERATOR,
): Promise<Ending> {
  const person = await personNamed(database, named);
  const outcome = await markEnded(database, person.id, { actor, atMs: clock.nowMs() });
  if (outcome === 'last') throw isLast(person);
  return { person, already: outcome === 'already' };
}

function isLast({ name }: Person): PersonRefused {
  return new PersonRefused(
    `${name} is the last supervisor of all depots: first make another ("klopt supervisors create --name NAME").`,
    'last_supervisor',
  );
}
