import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import { Problem } from '../http/problem';
import { isPassword } from './password';
import { findPasswords } from './passwords-store';
import { openSession } from './open-session';
import { findFactorState } from './second-factors-store';
import type { Stage } from './session';
import type { SessionDependencies } from './session-of';
import { countTry, forgiveTries, takeBackTry, type Trying } from './sign-in-tries';

export interface SignInRequest extends Trying {
  password: string;
}

/** A session that was opened just now. */
export interface Opened {
  /** What goes into the cookie, shown only now. */
  token: string;
  stage: Stage;
}

/**
 * Signs somebody of the desk in by name and password, as far as these go: who has a second factor, or must have one, is not in
 * yet.
 * @throws Problem unauthenticated where these do not belong together, too-many-requests where that was tried too often
 */
export async function signIn(
  { database, clock }: SessionDependencies,
  { password, ...trying }: SignInRequest,
): Promise<Opened> {
  const nowMs = clock.nowMs();
  await countTry(database, trying, nowMs);
  const personId = await personOf(database, trying.name.trim(), password);
  if (personId === null) throw wrong();
  const opened = await openAtItsStage(database, personId, nowMs);
  // Somebody who knows the password alone must not wipe out what failed of the codes.
  await (opened.stage === 'giving-code' ? takeBackTry(database, trying) : forgiveTries(database, trying));
  return opened;
}

/** In one transaction: whoever requires a second factor at this moment ends the session, or finds it asked for. */
function openAtItsStage(database: Database, personId: string, nowMs: number): Promise<Opened> {
  return transaction(database, async (trx) => {
    const stage = await stageOf(trx, personId);
    return { token: await openSession(trx, { personId, stage }, nowMs), stage };
  });
}

async function stageOf(database: Database, personId: string): Promise<Stage> {
  const { isConfirmed, isRequired } = await findFactorState(database, personId);
  if (isConfirmed) return 'giving-code';
  return isRequired ? 'setting-up' : 'in';
}

async function personOf(database: Database, name: string, password: string): Promise<string | null> {
  const found = await findPasswords(database, name);
  for (const { personId, passwordHash } of found.length === 0 ? [NOBODY] : found)
    if (await isPassword(passwordHash, password)) return personId;
  return null;
}

const NOBODY = { personId: '', passwordHash: null };

function wrong(): Problem {
  return new Problem('unauthenticated', {
    detail: {
      nl: 'Deze naam en dit wachtwoord horen niet bij elkaar. Vergeten? Je supervisor maakt een nieuw wachtwoord.',
      en: 'This name and password do not belong together. Forgotten? Your supervisor makes a new password.',
    },
  });
}
