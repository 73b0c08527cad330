import { addDepot } from '../../src/access/depots-store';
import { makeToken } from '../../src/access/make-token';
import { addPerson } from '../../src/access/people-store';
import type { Database } from '../../src/database/open-database';
import type { PersonCaller } from '../../src/http/caller';

const depots = [
  { code: 'ZLV', name: 'Zilverwaard', place: null, createdAtMs: 0 },
  { code: 'MLH', name: 'Molenhorn', place: null, createdAtMs: 0 },
];

/** Puts these people and the depots into a database, once; returns the tokens by which they are let in. */
export async function addPeople<Who extends string>(
  database: Database,
  people: Readonly<Record<Who, PersonCaller>>,
): Promise<Record<Who, string>> {
  for (const depot of depots) await addDepot(database, depot);
  const tokens: [string, string][] = [];
  for (const [name, person] of Object.entries<PersonCaller>(people)) {
    const { token, stored } = makeToken(person.personId, 0);
    const kept = { id: person.personId, role: person.role, name, depot: person.depot };
    await addPerson(
      database,
      { ...kept, createdAtMs: 0, endedAtMs: null },
      { ...stored, id: person.keyId },
      'operator',
    );
    tokens.push([name, token]);
  }
  return Object.fromEntries(tokens) as Record<Who, string>;
}
