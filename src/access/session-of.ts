import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import type { Session } from '../http/caller';
import { scopesOfRole } from './roles';
import { isOver, isToBeSeen, STAGES } from './session';
import { endSessions, findSession, markSeen, type SessionOfPerson } from './sessions-store';
import { hashToken } from './token-format';

export interface SessionDependencies {
  database: Database;
  clock: Clock;
}

/** Whose session a token is; null where it is over, or nobody's. A page that renews itself keeps none alive. */
export async function sessionOf(
  { database, clock }: SessionDependencies,
  token: string,
  askedBy: 'person' | 'renewal',
): Promise<Session | null> {
  const nowMs = clock.nowMs();
  const found = await findSession(database, hashToken(token));
  if (found === undefined || isOver(found, nowMs)) return null;
  if (askedBy === 'person' && isToBeSeen(found, nowMs)) await markSeen(database, found.hash, nowMs);
  return asSession(found);
}

/** Ends the session of a token, or all that a person has. */
export async function signOut(
  { database, clock }: SessionDependencies,
  which: { token: string } | { personId: string },
): Promise<void> {
  const sessions = 'token' in which ? { hash: hashToken(which.token) } : which;
  await endSessions(database, sessions, clock.nowMs());
}

function asSession({ hash: id, stage, person }: SessionOfPerson): Session {
  const { id: personId, role, name, depot } = person;
  const { scopes, mustFirst } = STAGES[stage];
  // What the log calls it: enough to tell two apart, and no way back to the token.
  const keyId = `ses_${id.slice(0, 12)}`;
  const caller = { personId, keyId, role, depot, scopes: new Set(scopes ?? scopesOfRole[role]) };
  return { name, caller: { kind: 'person', ...caller }, mustFirst };
}
