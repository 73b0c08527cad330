import { Problem } from '../http/problem';
import { openSession } from './open-session';
import { hashRecoveryCode, plainCode, stepOfCode } from './second-factor';
import { findFactorState, takeRecoveryCode, takeStep } from './second-factors-store';
import type { SecretBox } from './secret-box';
import { type SessionDependencies, signOut } from './session-of';
import type { Opened } from './sign-in';
import { countTry, forgiveTries, type Trying } from './sign-in-tries';

export interface SecondFactorDependencies extends SessionDependencies {
  secretBox: SecretBox;
}

/** Somebody who has shown who they are, as far as that goes. */
export interface Somebody extends Trying {
  personId: string;
}

/**
 * Lets somebody in whose password was right, by a code of their app or a recovery code.
 * @param half The token of their session until now, which ends.
 * @throws Problem unauthenticated for another code, or one that was used; too-many-requests after many
 */
export async function giveCode(
  dependencies: SecondFactorDependencies,
  { half, code, ...who }: Somebody & { half: string; code: string },
): Promise<Opened> {
  await takeCode(dependencies, who, code);
  await signOut(dependencies, { token: half });
  const { personId } = who;
  const stage = 'in';
  return {
    token: await openSession(dependencies.database, { personId, stage }, dependencies.clock.nowMs()),
    stage,
  };
}

/** Takes a code of somebody, once. @throws Problem as giveCode does */
export async function takeCode(
  dependencies: SecondFactorDependencies,
  { personId, ...trying }: Somebody,
  code: string,
): Promise<void> {
  const { database, clock } = dependencies;
  await countTry(database, trying, clock.nowMs());
  const isTaken = /^\d{6}$/.test(plainCode(code)) ? takeAppsCode : takeWrittenCode;
  if (!(await isTaken(dependencies, personId, code))) throw wrongCode();
  await forgiveTries(database, trying);
}

async function takeAppsCode(
  { database, clock, secretBox }: SecondFactorDependencies,
  personId: string,
  code: string,
): Promise<boolean> {
  const { sealedSecret } = await findFactorState(database, personId);
  if (sealedSecret === undefined) return false;
  const secret = openSecret(secretBox, sealedSecret, personId);
  const step = stepOfCode(secret, plainCode(code), clock.nowMs());
  return step !== null && takeStep(database, personId, step);
}

function takeWrittenCode(
  { database, clock }: SecondFactorDependencies,
  personId: string,
  code: string,
): Promise<boolean> {
  return takeRecoveryCode(database, { personId, hash: hashRecoveryCode(code) }, clock.nowMs());
}

/** @throws Problem unauthenticated where the service has another key than the one it was sealed by */
export function openSecret(secretBox: SecretBox, sealed: string, personId: string): string {
  const secret = secretBox.open(sealed, personId);
  if (secret !== null) return secret;
  throw new Problem('unauthenticated', {
    detail: {
      nl: 'De codes van je app kunnen niet meer worden nagekeken. Gebruik een herstelcode, of vraag je supervisor om een nieuw begin.',
      en: 'The codes of your app can no longer be checked. Use a recovery code, or ask your supervisor for a new start.',
    },
  });
}

export function wrongCode(): Problem {
  return new Problem('unauthenticated', {
    detail: {
      nl: 'Deze code klopt niet, of is al gebruikt. Wacht op de volgende in je app, en kijk of de klok van je telefoon gelijk loopt.',
      en: 'This code is not right, or was used before. Wait for the next one in your app, and see whether your phone has the right time.',
    },
  });
}
