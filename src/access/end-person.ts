import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { personNamed, type NamedPerson } from './named-person';
import { markEnded, type Person } from './people-store';

export interface Ending {
  person: Person;
  /** Whether they had left before. */
  already: boolean;
}

/**
 * Ends a person: none of their tokens works any more within a second, in every replica, and none can be made.
 * @throws PersonRefused where nobody of that role is called so
 */
export async function endPerson(database: Database, clock: Clock, named: NamedPerson): Promise<Ending> {
  const person = await personNamed(database, named);
  const already = person.endedAtMs !== null;
  if (!already) await markEnded(database, person.id, clock.nowMs());
  return { person, already };
}
