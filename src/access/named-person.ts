import type { Database } from '../database/open-database';
import type { Role } from '../http/caller';
import { findPerson, type Person } from './people-store';
import { PersonRefused } from './person-refused';

export interface NamedPerson {
  role: Role;
  idOrName: string;
}

/**
 * Whoever is meant.
 * @throws PersonRefused where nobody of that role has this id or name
 */
export async function personNamed(database: Database, { role, idOrName }: NamedPerson): Promise<Person> {
  const person = await findPerson(database, role, idOrName);
  if (person) return person;
  throw new PersonRefused(`No ${role} has this id or name. "klopt ${role}s list" shows them all.`);
}
