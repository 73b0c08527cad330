import { Problem } from '../http/problem';
import { openSession } from './open-session';
import {
  hashRecoveryCode,
  newRecoveryCodes,
  newSecret,
  plainCode,
  secretUri,
  stepOfCode,
} from './second-factor';
import { beginFactor, confirmFactor, findFactorState, removeFactor } from './second-factors-store';
import { countTry, forgiveTries } from './sign-in-tries';
import { openSecret, type SecondFactorDependencies, type Somebody, takeCode, wrongCode } from './take-code';
import type { Opened } from './sign-in';

/** What is to be put into an app, as text and for a QR code. */
export interface SetUp {
  secret: string;
  uri: string;
}

/** What somebody's app needs, the same until they confirm it; null where they have a second factor in force. */
export async function beginSecondFactor(
  { database, clock, secretBox }: SecondFactorDependencies,
  { personId, name }: Pick<Somebody, 'personId' | 'name'>,
): Promise<SetUp | null> {
  const sealedSecret = secretBox.seal(newSecret(), personId);
  const state = await beginFactor(database, { personId, sealedSecret }, clock.nowMs());
  if (state.isConfirmed || state.sealedSecret === undefined) return null;
  const secret = openSecret(secretBox, state.sealedSecret, personId);
  return { secret, uri: secretUri(secret, name) };
}

/**
 * Puts a second factor in force by a first code of the app, and signs in anew: other sessions end. The recovery codes are shown
 * only now.
 * @throws Problem unauthenticated for another code, conflict where one is in force already
 */
export async function confirmSecondFactor(
  { database, clock, secretBox }: SecondFactorDependencies,
  { personId, code, ...trying }: Somebody & { code: string },
): Promise<Opened & { recoveryCodes: string[] }> {
  const nowMs = clock.nowMs();
  await countTry(database, trying, nowMs);
  const { sealedSecret } = await findFactorState(database, personId);
  if (sealedSecret === undefined) throw inForce();
  const step = stepOfCode(openSecret(secretBox, sealedSecret, personId), plainCode(code), nowMs);
  if (step === null) throw wrongCode();
  const recoveryCodes = newRecoveryCodes();
  const confirming = { personId, step, codeHashes: recoveryCodes.map(hashRecoveryCode) };
  if (!(await confirmFactor(database, confirming, nowMs))) throw inForce();
  await forgiveTries(database, trying);
  const stage = 'in';
  return { token: await openSession(database, { personId, stage }, nowMs), stage, recoveryCodes };
}

/**
 * Takes one's own second factor away by a code of it, and signs in anew: other sessions end. Of whom one is required, another
 * is to be set up at once.
 * @throws Problem unauthenticated for another code
 */
export async function removeSecondFactor(
  { database, clock, secretBox }: SecondFactorDependencies,
  { code, ...who }: Somebody & { code: string },
): Promise<Opened> {
  const { personId } = who;
  const nowMs = clock.nowMs();
  await takeCode({ database, clock, secretBox }, who, code);
  const { isRequired } = await findFactorState(database, personId);
  await removeFactor(database, { personId, by: personId }, nowMs);
  const stage = isRequired ? 'setting-up' : 'in';
  return { token: await openSession(database, { personId, stage }, nowMs), stage };
}

function inForce(): Problem {
  return new Problem('conflict', {
    detail: {
      nl: 'De tweede stap staat al aan. Zet haar eerst uit om een ander toestel te gebruiken.',
      en: 'The second step is on already. Turn it off first to use another device.',
    },
  });
}
