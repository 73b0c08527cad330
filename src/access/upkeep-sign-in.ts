import type { PersonCaller } from '../http/caller';
import type { KnownBy } from './company-accounts-store';
import type { IssuedPassword } from './create-person';
import { linkAccount, unlinkAccount } from './link-account';
import type { NamedPerson } from './named-person';
import { type KeptPerson, personInReach } from './people-in-reach';
import { requireSecondFactor, resetSecondFactor } from './require-second-factor';
import { issuePassword } from './set-password';
import type { SignOn } from './sign-on';
import type { ForPerson, PeopleDependencies } from './upkeep-people';
import { ACCOUNT_OF_NO_SIGN_ON, conflictOf, inPageWords, invalidPerson } from './upkeep-refusals';

/** How others sign in is kept up with the sign-on of their company at hand, where there is one. */
export interface SignInUpkeep extends PeopleDependencies {
  signOn: SignOn | null;
}

/**
 * Gives somebody a new password, and signs them out everywhere.
 * @throws Problem not-found where they are out of reach; conflict for oneself, a planning system, or who has ended
 */
export async function renewPassword(
  { database, clock }: PeopleDependencies,
  of: ForPerson,
): Promise<IssuedPassword> {
  const { named, by } = whoSignsIn(await personInReach(database, of.caller, of.personId), of.caller);
  return issuePassword(database, clock, named, by);
}

/**
 * Asks a second factor of somebody from now on, or no longer.
 * @throws Problem not-found where they are out of reach; conflict for oneself, a planning system, or who has ended
 */
export async function requireFactorOf(
  { database, clock }: PeopleDependencies,
  { required, ...of }: ForPerson & { required: 'yes' | 'no' },
): Promise<void> {
  const { named, by } = whoSignsIn(await personInReach(database, of.caller, of.personId), of.caller);
  await requireSecondFactor(database, clock, { ...named, required, by });
}

/**
 * Takes the second factor away from somebody who has lost it, and signs them out everywhere.
 * @throws Problem not-found where they are out of reach; conflict where they have none, for oneself, a planning system, or who has ended
 */
export async function resetFactorOf({ database, clock }: PeopleDependencies, of: ForPerson): Promise<void> {
  const person = await personInReach(database, of.caller, of.personId);
  const { named, by } = whoSignsIn(person, of.caller);
  if (!person.secondFactor.isOn) throw conflictOf('no_second_factor');
  await resetSecondFactor(database, clock, { ...named, by });
}

/**
 * Lets somebody sign in by the account of their company, known by an e-mail address or by what that company calls them.
 * @throws Problem not-found where they are out of reach; conflict for oneself, a planning system, or who has ended; invalid-request
 * for what is no account, or another's
 */
export async function linkAccountOf(
  { database, clock, signOn }: SignInUpkeep,
  { account, ...of }: ForPerson & { account: string },
): Promise<void> {
  const { named, by } = whoSignsIn(await personInReach(database, of.caller, of.personId), of.caller);
  await inPageWords(linkAccount(database, clock, { ...named, by, account: knownBy(account, signOn) }));
}

/**
 * Lets somebody sign in by the account of their company no longer, and signs them out everywhere.
 * @throws Problem not-found where they are out of reach; conflict for oneself, a planning system, or who has ended
 */
export async function unlinkAccountOf({ database, clock }: PeopleDependencies, of: ForPerson): Promise<void> {
  const { named, by } = whoSignsIn(await personInReach(database, of.caller, of.personId), of.caller);
  await unlinkAccount(database, clock, { ...named, by });
}

/** How somebody signs in is for others to change: who finds a desk open would otherwise keep it. */
function whoSignsIn({ id, role, endedAtMs }: KeptPerson, { personId: by }: PersonCaller): Changing {
  if (endedAtMs !== null) throw conflictOf('has_ended');
  if (role === 'planner') throw conflictOf('signs_in_nowhere');
  if (id === by) throw conflictOf('oneself');
  return { named: { role, idOrName: id }, by };
}

interface Changing {
  named: NamedPerson;
  by: string;
}

/** Subjects hold no `@` where companies make them up; e-mail addresses always do. */
function knownBy(account: string, signOn: SignOn | null): KnownBy {
  if (account.includes('@')) return { email: account };
  if (signOn === null) throw invalidPerson([ACCOUNT_OF_NO_SIGN_ON]);
  return { issuer: signOn.issuer, subject: account };
}
