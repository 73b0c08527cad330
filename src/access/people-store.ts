import { markChanged } from '../database/change-marker';
import { insertTogether, type Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import type { Role } from '../http/caller';
import { auditedAccess } from './audited-access';
import type { By } from './by';
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

/** By what somebody new is let in: a first token, or a password for the desk, of which only hashes are kept. */
export type LetIn = PersonToken | { passwordHash: string };

/**
 * Adds a person with what lets them in. Rejects where somebody of that role who has not ended has that name (`isDuplicate`),
 * or the depot is none (`isUnknownReference`).
 */
export async function addPerson(
  database: Database,
  person: Person,
  letIn: LetIn,
  actor: string,
): Promise<void> {
  const { createdAtMs: atMs } = person;
  await transaction(database, async (trx) => {
    const version = await markChanged(trx, 'person_tokens');
    await insertTogether(trx, [
      personInsert(person, letIn),
      ...('passwordHash' in letIn ? [] : [tokenInsert(letIn, version)]),
      auditedAccess('person.created', person.id, atMs, actor),
      'passwordHash' in letIn
        ? auditedAccess('person.password-set', person.id, atMs, actor)
        : auditedAccess('token.issued', letIn.id, atMs, actor),
    ]);
  });
}

function personInsert({ id, role, name, depot, createdAtMs }: Person, letIn: LetIn): Insert {
  const passwordHash = 'passwordHash' in letIn ? letIn.passwordHash : null;
  return {
    table: 'people',
    rows: [{ id, role, name, depot, created_at: createdAtMs, password_hash: passwordHash }],
  };
}

/** Everyone of this role, ended or not, with their tokens; by name. */
export async function listPeople(database: Database, role: Role): Promise<PersonWithTokens[]> {
  const rows = await database<PersonRow>('people').where({ role }).orderBy(['name', 'id']);
  return withTokens(database, rows.map(personOf));
}

/** Everyone there is, ended or not, with their tokens; by name. */
export async function listEveryone(database: Database): Promise<PersonWithTokens[]> {
  const rows = await database<PersonRow>('people').orderBy(['name', 'id']);
  return withTokens(database, rows.map(personOf));
}

async function withTokens(database: Database, people: Person[]): Promise<PersonWithTokens[]> {
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

/** Whoever has this id, ended or not. */
export async function findById(database: Database, personId: string): Promise<Person | undefined> {
  const row = await database<PersonRow>('people').where({ id: personId }).first();
  return row && personOf(row);
}

/**
 * Ends a person, and with them all their tokens; `already` where they had ended, of two who do so at once for the second.
 * `last` where nobody would be left who keeps up all depots: of two who end each other one is left.
 */
export async function markEnded(
  database: Database,
  personId: string,
  by: By,
): Promise<'ended' | 'already' | 'last'> {
  return transaction(database, async (trx) => {
    // First: it makes whoever ends somebody at the same time wait.
    const version = await markChanged(trx, 'person_tokens');
    const person = await findById(trx, personId);
    if (person?.endedAtMs !== null) return 'already';
    if (leads(person) && (await countLeads(trx)) === 1) return 'last';
    await trx('people').where({ id: personId }).update({ ended_at: by.atMs });
    const active = { person_id: personId, revoked_at: null };
    await trx('person_tokens').where(active).update({ revoked_at: by.atMs, version });
    await insertTogether(trx, [auditedAccess('person.ended', personId, by.atMs, by.actor)]);
    return 'ended';
  });
}

function leads({ role, depot }: Pick<Person, 'role' | 'depot'>): boolean {
  return role === 'supervisor' && depot === null;
}

async function countLeads(trx: Database): Promise<number> {
  const leaders = { role: 'supervisor', depot: null, ended_at: null };
  return (await trx<PersonRow>('people').where(leaders).pluck('id')).length;
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
