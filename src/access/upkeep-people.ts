import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { requireUpkeep } from '../desk/upkeep-rights';
import type { PersonCaller, Role } from '../http/caller';
import { Problem } from '../http/problem';
import { createDeskPerson, createPerson, type IssuedPassword, type IssuedToken } from './create-person';
import { endPerson } from './end-person';
import { isDepot } from './is-depot';
import { issueToken } from './issue-token';
import { type KeptPerson, personInReach } from './people-in-reach';
import { findPerson } from './people-store';
import { revokeToken } from './revoke-token';
import { conflictOf, inPageWords, invalidPerson, NAME_TAKEN, NO_SUCH_DEPOT } from './upkeep-refusals';

export interface PeopleDependencies {
  database: Database;
  clock: Clock;
}

/** Whom a supervisor does something for. */
export interface ForPerson {
  caller: PersonCaller;
  personId: string;
}

export interface NewColleague {
  role: Role;
  name: string;
  depot: string | null;
}

/**
 * Adds somebody: with a password where they sign in to the desk, a planning system with a token.
 * @throws Problem forbidden where they are not the caller's to keep up, invalid-request with every mistake by its field
 */
export async function addColleague(
  { database, clock }: PeopleDependencies,
  caller: PersonCaller,
  colleague: NewColleague,
): Promise<IssuedPassword | IssuedToken> {
  requireUpkeep(caller, colleague);
  await refuseMistakes(database, colleague);
  const request = { ...colleague, depot: colleague.depot ?? undefined };
  const create = colleague.role === 'planner' ? createPerson : createDeskPerson;
  return inPageWords<IssuedPassword | IssuedToken>(create(database, clock, request, caller.personId));
}

async function refuseMistakes(database: Database, { role, name, depot }: NewColleague): Promise<void> {
  const namesake = await findPerson(database, role, name);
  const isTaken = namesake?.endedAtMs === null && namesake.name === name;
  const isNowhere = depot !== null && !(await isDepot(database, depot));
  const mistakes = [...(isTaken ? [NAME_TAKEN] : []), ...(isNowhere ? [NO_SUCH_DEPOT] : [])];
  if (mistakes.length > 0) throw invalidPerson(mistakes);
}

/**
 * Ends somebody: they are let in nowhere any more, and their name is free.
 * @throws Problem not-found where they are out of reach; conflict for oneself, the last who keeps up all depots, or who has ended
 */
export async function endColleague(
  { database, clock }: PeopleDependencies,
  { caller, personId }: ForPerson,
): Promise<void> {
  const { role } = await personInReach(database, caller, personId);
  if (personId === caller.personId) throw conflictOf('oneself');
  const named = { role, idOrName: personId };
  const { already } = await inPageWords(endPerson(database, clock, named, caller.personId));
  if (already) throw conflictOf('has_ended');
}

/**
 * Makes somebody one more token.
 * @throws Problem not-found where they are out of reach; conflict where they have two that work, or have ended
 */
export async function addToken(
  { database, clock }: PeopleDependencies,
  { caller, personId }: ForPerson,
): Promise<IssuedToken> {
  const { role } = await personInReach(database, caller, personId);
  return inPageWords(issueToken(database, clock, { role, idOrName: personId }, caller.personId));
}

/**
 * Revokes one of somebody's tokens.
 * @throws Problem not-found where they are out of reach or have no such token; conflict where it was revoked already
 */
export async function stopToken(
  { database, clock }: PeopleDependencies,
  { caller, personId, tokenId }: ForPerson & { tokenId: string },
): Promise<void> {
  const person = await personInReach(database, caller, personId);
  if (!hasToken(person, tokenId)) throw new Problem('not-found');
  const { outcome } = await revokeToken(database, clock, tokenId, caller.personId);
  if (outcome !== 'revoked') throw conflictOf('revoked_already');
}

function hasToken({ tokens }: KeptPerson, tokenId: string): boolean {
  return tokens.some(({ id }) => id === tokenId);
}
