import { Problem, type LocalisedFieldError } from '../http/problem';
import { openSession } from './open-session';
import { hashPassword, isPassword } from './password';
import { passwordRefused, type Words } from './password-rules';
import { findPasswordOf, writePassword } from './passwords-store';
import type { SessionDependencies } from './session-of';
import type { Opened } from './sign-in';
import { countTry, forgiveTries } from './sign-in-tries';
import type { Somebody } from './take-code';

export interface PasswordChange extends Somebody {
  present: string;
  password: string;
  again: string;
}

/**
 * Gives somebody the password that they chose, and signs them in anew: all other sessions end.
 * @throws Problem invalid-request with each mistake by its field, too-many-requests after many wrong present passwords
 */
export async function changePassword(
  { database, clock }: SessionDependencies,
  { personId, present, password, again, ...trying }: PasswordChange,
): Promise<Opened> {
  const nowMs = clock.nowMs();
  await countTry(database, trying, nowMs);
  const isRight = await isPassword(await findPasswordOf(database, personId), present);
  if (isRight) await forgiveTries(database, trying);
  const mistakes = [
    isRight ? null : mistake('/present', 'wrong', WRONG),
    refused(await passwordRefused(password, trying.name)),
    password === again ? null : mistake('/again', 'differs', DIFFERS),
  ].filter((one) => one !== null);
  if (mistakes.length > 0) throw new Problem('invalid-request', { errors: mistakes });
  await writePassword(
    database,
    { personId, passwordHash: await hashPassword(password), by: personId },
    nowMs,
  );
  const stage = 'in';
  return { token: await openSession(database, { personId, stage }, nowMs), stage };
}

function refused(why: Words | null): LocalisedFieldError | null {
  return why === null ? null : mistake('/password', 'too_easy', why);
}

function mistake(pointer: string, code: string, message: Words): LocalisedFieldError {
  return { in: 'body', pointer, code, message };
}

const WRONG: Words = {
  nl: 'Dit is niet je wachtwoord van nu.',
  en: 'This is not your present password.',
};
const DIFFERS: Words = {
  nl: 'Dit is een ander dan het nieuwe wachtwoord hierboven.',
  en: 'This differs from the new password above.',
};
