import type { Clock } from '../clock';
import { isDuplicate, isUnknownReference } from '../database/database-error';
import type { Database } from '../database/open-database';
import type { Role } from '../http/caller';
import { newId } from '../ids';
import { OPERATOR } from './by';
import { readDepotCode } from './create-depot';
import { listDepots, type Depot } from './depots-store';
import { makeToken, type MadeToken } from './make-token';
import { madeUp } from './made-up';
import { hashPassword } from './password';
import { addPerson, type LetIn, type Person } from './people-store';
import { PersonRefused } from './person-refused';

export interface PersonRequest {
  role: Role;
  name: string;
  /** The depot whose work they do; all depots' where not given. */
  depot?: string | undefined;
}

/** A person, with a token that was made just now. */
export interface IssuedToken extends MadeToken {
  person: Person;
}

/** A person, with a password that was made just now. */
export interface IssuedPassword {
  person: Person;
  /** The password itself: this is the only time that it can be seen. */
  password: string;
}

/**
 * Makes one of the carrier's people, with a first token. It works at once, in every replica.
 * @throws PersonRefused where the name is none or taken, or there is no such depot
 */
export async function createPerson(
  database: Database,
  clock: Clock,
  request: PersonRequest,
  actor: string = OPERATOR,
): Promise<IssuedToken> {
  const person = personOf(request, clock.nowMs());
  const made = makeToken(person.id, person.createdAtMs);
  await keepPerson(database, person, made.stored, actor);
  return { person, ...made };
}

/**
 * Makes somebody of the desk, who signs in by a password that is made here, and has no token.
 * @throws PersonRefused where the name is none or taken, or there is no such depot
 */
export async function createDeskPerson(
  database: Database,
  clock: Clock,
  request: PersonRequest,
  actor: string = OPERATOR,
): Promise<IssuedPassword> {
  const person = personOf(request, clock.nowMs());
  const password = madeUp();
  await keepPerson(database, person, { passwordHash: await hashPassword(password) }, actor);
  return { person, password };
}

async function keepPerson(database: Database, person: Person, letIn: LetIn, actor: string): Promise<void> {
  try {
    await addPerson(database, person, letIn, actor);
  } catch (error) {
    if (isDuplicate(error)) throw nameTaken(person);
    if (isUnknownReference(error)) throw noSuchDepot(person, await listDepots(database));
    throw error;
  }
}

function personOf({ role, name: typed, depot }: PersonRequest, nowMs: number): Person {
  const name = typed.trim();
  if (name === '' || name.length > 100) throw new PersonRefused('A name has 1 to 100 characters.');
  return {
    id: newId('per', nowMs),
    role,
    name,
    depot: depot === undefined ? null : readDepotCode(depot),
    createdAtMs: nowMs,
    endedAtMs: null,
  };
}

function nameTaken({ role, name }: Person): PersonRefused {
  return new PersonRefused(
    `Another ${role} is called ${name}: add to the name, or make a token for that one ("klopt ${role}s token").`,
    'name_taken',
  );
}

function noSuchDepot({ depot }: Person, depots: readonly Depot[]): PersonRefused {
  const codes = depots.map(({ code }) => code).join(', ');
  return new PersonRefused(
    [
      `There is no depot "${depot ?? ''}"; ${codes === '' ? 'there are none yet' : `there are: ${codes}`}.`,
      'Make one with: klopt depots create CODE --name NAME',
    ].join('\n'),
    'no_such_depot',
  );
}
