import type { LocalisedFieldError } from '../http/problem';
import { isCommon } from './common-passwords';

/** Why, in each language. */
export type Words = LocalisedFieldError['message'];

const SHORTEST = 12;
/** More than anybody remembers; a bound on the work of hashing. */
export const LONGEST_PASSWORD = 200;

/**
 * Why a password may not be chosen; null where it may. As NIST SP 800-63B has it: long, and not one that is guessed first; no
 * rules on signs and capitals.
 */
export async function passwordRefused(password: string, name: string): Promise<Words | null> {
  const { length } = Array.from(password);
  if (length < SHORTEST) return tooShort(length);
  if (holdsName(password, name)) return ITS_NAME;
  return (await isCommon(password)) ? COMMON : null;
}

/** A name of three letters is part of many words; one that is most of the password is too easy all the same. */
function holdsName(password: string, name: string): boolean {
  const folded = fold(password);
  return name
    .split(/[\s.-]+/)
    .map(fold)
    .some((part) => part.length >= 4 && folded.includes(part));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function tooShort(length: number): Words {
  return {
    nl: `Een wachtwoord heeft minstens ${SHORTEST} tekens, en dit ${length}. Een zin is het makkelijkst.`,
    en: `A password has at least ${SHORTEST} characters, and this one ${length}. A sentence is easiest.`,
  };
}

const ITS_NAME: Words = {
  nl: 'Je naam staat erin: dat wordt het eerst geraden.',
  en: 'Your name is in it: that is guessed first.',
};
const COMMON: Words = {
  nl: 'Dit wachtwoord, of bijna dit, stond in gelekte lijsten en wordt het eerst geprobeerd. Kies een ander.',
  en: 'This password, or nearly this one, was in leaked lists and is tried first. Choose another.',
};
