import type { Database } from '../database/open-database';
import { mayKeepUp } from '../desk/upkeep-rights';
import type { PersonCaller } from '../http/caller';
import { Problem } from '../http/problem';
import { findById, listEveryone, type PersonWithTokens } from './people-store';
import { listTokens } from './person-tokens-store';
import { type FactorOf, findFactorState, listFactors, NO_FACTOR } from './second-factors-store';
import { lastSeen } from './sessions-store';

/** Somebody whom a supervisor keeps up. */
export interface KeptPerson extends PersonWithTokens {
  /** When they were last seen at the desk or by a token; null where that was never, or is forgotten. */
  seenAtMs: number | null;
  secondFactor: FactorOf;
}

/** Everyone whom this supervisor keeps up, ended or not; by name. */
export async function peopleInReach(database: Database, caller: PersonCaller): Promise<KeptPerson[]> {
  const everyone = await listEveryone(database);
  const seen = await lastSeen(database);
  const factors = await listFactors(database);
  return everyone
    .filter((person) => mayKeepUp(caller, person))
    .map((person) => ({
      ...person,
      seenAtMs: latest(person, seen.get(person.id)),
      secondFactor: factors.get(person.id) ?? NO_FACTOR,
    }));
}

/**
 * One of the people whom this supervisor keeps up.
 * @throws Problem not-found for whoever is not there, or not theirs to keep up
 */
export async function personInReach(
  database: Database,
  caller: PersonCaller,
  personId: string,
): Promise<KeptPerson> {
  const person = await findById(database, personId);
  if (person === undefined || !mayKeepUp(caller, person)) throw new Problem('not-found');
  const tokens = await listTokens(database, [personId]);
  const seen = await lastSeen(database);
  const { isConfirmed, isRequired } = await findFactorState(database, personId);
  return {
    ...person,
    tokens,
    seenAtMs: latest({ tokens }, seen.get(personId)),
    secondFactor: { isOn: isConfirmed, isRequired },
  };
}

function latest({ tokens }: Pick<PersonWithTokens, 'tokens'>, seenAtMs = 0): number | null {
  const times = [seenAtMs, ...tokens.map(({ lastUsedAtMs }) => lastUsedAtMs ?? 0)];
  return Math.max(...times) || null;
}
