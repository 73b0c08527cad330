import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { type NamedPerson, personNamed } from './named-person';
import type { Person } from './people-store';
import { removeFactor, writeRequired } from './second-factors-store';

/** Who is meant, and the id of whoever wants it, `operator` for the command line. */
export interface FactorRequest extends NamedPerson {
  by: string;
}

/**
 * Asks a second factor of somebody from now on, or no longer. Who has none yet must set one up before anything else; with the
 * account of their company none is asked of them here.
 * @throws PersonRefused where nobody of that role has this id or name
 */
export async function requireSecondFactor(
  database: Database,
  clock: Clock,
  { by, required, ...named }: FactorRequest & { required: 'yes' | 'no' },
): Promise<Person> {
  const person = await personNamed(database, named);
  await writeRequired(database, { personId: person.id, required, by }, clock.nowMs());
  return person;
}

/**
 * Takes the second factor away from somebody who has lost it, and signs them out everywhere.
 * @throws PersonRefused where nobody of that role has this id or name
 */
export async function resetSecondFactor(
  database: Database,
  clock: Clock,
  { by, ...named }: FactorRequest,
): Promise<Person> {
  const person = await personNamed(database, named);
  await removeFactor(database, { personId: person.id, by }, clock.nowMs());
  return person;
}
