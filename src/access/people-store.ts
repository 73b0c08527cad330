import { markChanged } from '../database/change-marker';
import { insertTogether, type Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import type { Role } from '../http/caller';
import { auditedAccess } from './audited-access';
import { listTokens, tokenInsert, type PersonToken } from './person-tokens-store';

/** One of the carrier's people. */
export interface Person {
  id: string;
  role: Role;
  name: string;
  /** The depot whose work they do; null for all depots. */
  depot: string | null;
  createdAtMs: number;
  /** Since when they are no longer let in, and get no tokens. */
  endedAtMs: number | null;
}

export interface PersonWithTokens extends Person {
  tokens: PersonToken[];
}

interface PersonRow {
  id: string;
  role: Role;
  name: string;
  depot: string | null;
  created_at: number;
  ended_at: number | null;
}

/**
 * Adds a person with a first token. Rejects where somebody of that role who has not ended has that name (`isDuplicate`),
 * or the depot is none (`isUnknownReference`).
 */
export async function addPerson(database: Database, person: Person, token: PersonToken): Promise<void> {
  await transaction(database, async (trx) => {
    const version = await markChanged(trx, 'person_tokens');
    await insertTogether(trx, [
      personInsert(person),
      tokenInsert(token, version),
      auditedAccess('person.created', person.id, person.createdAtMs),
      auditedAccess('token.issued', token.id, token.createdAtMs),
    ]);
  });
}

function personInsert({ id, role, name, depot, createdAtMs }: Person): Insert {
  return { table: 'people', rows: [{ id, role, name, depot, created_at: createdAtMs }] };
}

/** Everyone of this role, ended or not, with their tokens; by name. */
export async function listPeople(database: Database, role: Role): Promise<PersonWithTokens[]> {
  const people = (await database<PersonRow>('people').where({ role }).orderBy(['name', 'id'])).map(personOf);
  const tokens = await listTokens(
    database,
    people.map(({ id }) => id),
  );
  return people.map((person) => ({
    ...person,
    tokens: tokens.filter(({ personId }) => personId === person.id),
  }));
}

/** Everyone who works at the desk, ended or not; by name. */
export async function listDeskPeople(database: Database): Promise<Person[]> {
  const rows = await database<PersonRow>('people')
    .whereIn('role', ['agent', 'supervisor'])
    .orderBy(['name', 'id']);
  return rows.map(personOf);
}

/** Whoever of this role has this id or name; of several with one name who has not ended, or else who ended last. */
export async function findPerson(
  database: Database,
  role: Role,
  idOrName: string,
): Promise<Person | undefined> {
  const row = await database<PersonRow>('people')
    .where({ role })
    .where((query) => void query.where({ id: idOrName }).orWhere({ name: idOrName }))
    .orderByRaw('ended_at IS NULL DESC, ended_at DESC')
    .first();
  return row && personOf(row);
}

/** Ends a person, and with them all their tokens. */
export async function markEnded(database: Database, personId: string, nowMs: number): Promise<void> {
  await transaction(database, async (trx) => {
    const version = await markChanged(trx, 'person_tokens');
    await trx('people').where({ id: personId, ended_at: null }).update({ ended_at: nowMs });
    const active = { person_id: personId, revoked_at: null };
    await trx('person_tokens').where(active).update({ revoked_at: nowMs, version });
    await insertTogether(trx, [auditedAccess('person.ended', personId, nowMs)]);
  });
}

function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    role: row.role,
    name: row.name,
    depot: row.depot,
    createdAtMs: row.created_at,
    endedAtMs: row.ended_at,
  };
}
