import { hash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import type { Session } from '../http/caller';
import { Problem } from '../http/problem';
import { isPassword } from './password';
import { findPasswords } from './passwords-store';
import { scopesOfRole } from './roles';
import { isOver, isToBeSeen } from './session';
import { addSession, endSessions, findSession, markSeen, type SessionOfPerson } from './sessions-store';
import { oneMore, waitMs } from './sign-in-delay';
import { forgetFailures, readFailures, writeFailures } from './sign-in-failures-store';
import { hashToken } from './token-format';

export interface SignInDependencies {
  database: Database;
  clock: Clock;
}

export interface SignInRequest {
  name: string;
  password: string;
  /** Where it was typed. */
  clientAddress: string;
}

/**
 * Signs somebody of the desk in by name and password; gives the token of their new session, which is shown only now.
 * @throws Problem unauthenticated where these do not belong together, too-many-requests where that was tried too often
 */
export async function signIn(
  { database, clock }: SignInDependencies,
  { name, password, clientAddress }: SignInRequest,
): Promise<string> {
  const nowMs = clock.nowMs();
  const subjects = { name: subjectOf('name', name), address: subjectOf('address', clientAddress) };
  await refuseTooSoon(database, subjects, nowMs);
  const personId = await personOf(database, name.trim(), password);
  if (personId === null) {
    await noteFailure(database, Object.values(subjects), nowMs);
    throw wrong();
  }
  await forgetFailures(database, subjects.name);
  const token = randomBytes(32).toString('base64url');
  const session = { hash: hashToken(token), personId, createdAtMs: nowMs, seenAtMs: nowMs, endedAtMs: null };
  await addSession(database, session);
  return token;
}

/** Whose session a token is; null where it is over, or nobody's. */
export async function sessionOf(
  { database, clock }: SignInDependencies,
  token: string,
): Promise<Session | null> {
  const nowMs = clock.nowMs();
  const found = await findSession(database, hashToken(token));
  if (found === undefined || isOver(found, nowMs)) return null;
  if (isToBeSeen(found, nowMs)) await markSeen(database, found.hash, nowMs);
  return asSession(found);
}

/** Ends the session of a token, or with `everywhere` all that its person has. */
export async function signOut(
  { database, clock }: SignInDependencies,
  which: { token: string } | { personId: string },
): Promise<void> {
  const sessions = 'token' in which ? { hash: hashToken(which.token) } : which;
  await endSessions(database, sessions, clock.nowMs());
}

function asSession({ hash: id, person: { id: personId, role, name, depot } }: SessionOfPerson): Session {
  const scopes = new Set(scopesOfRole[role]);
  // What the log calls it: enough to tell two apart, and no way back to the token.
  const keyId = `ses_${id.slice(0, 12)}`;
  return { name, caller: { kind: 'person', personId, keyId, role, depot, scopes } };
}

async function personOf(database: Database, name: string, password: string): Promise<string | null> {
  const found = await findPasswords(database, name);
  for (const { personId, passwordHash } of found.length === 0 ? [NOBODY] : found)
    if (await isPassword(passwordHash, password)) return personId;
  return null;
}

const NOBODY = { personId: '', passwordHash: null };

async function refuseTooSoon(
  database: Database,
  subjects: { name: string; address: string },
  nowMs: number,
): Promise<void> {
  const failures = await readFailures(database, Object.values(subjects));
  const waits = (['name', 'address'] as const).map((of) =>
    waitMs(failures.get(subjects[of]) ?? null, of, nowMs),
  );
  const seconds = Math.ceil(Math.max(...waits) / 1000);
  if (seconds > 0) throw tooSoon(seconds);
}

async function noteFailure(database: Database, subjects: readonly string[], nowMs: number): Promise<void> {
  const failures = await readFailures(database, subjects);
  await writeFailures(
    database,
    new Map(subjects.map((subject) => [subject, oneMore(failures.get(subject) ?? null, nowMs)])),
  );
}

function subjectOf(kind: string, value: string): string {
  return hash('sha256', `${kind} ${value.trim().toLowerCase()}`, 'hex');
}

function wrong(): Problem {
  return new Problem('unauthenticated', {
    detail: {
      nl: 'Deze naam en dit wachtwoord horen niet bij elkaar. Vergeten? Je supervisor maakt een nieuw wachtwoord.',
      en: 'This name and password do not belong together. Forgotten? Your supervisor makes a new password.',
    },
  });
}

function tooSoon(seconds: number): Problem {
  return new Problem('too-many-requests', {
    detail: {
      nl: `Te vaak geprobeerd. Over ${seconds} seconden kan het weer.`,
      en: `Tried too often. You can try again in ${seconds} seconds.`,
    },
    headers: { 'Retry-After': String(seconds) },
  });
}
