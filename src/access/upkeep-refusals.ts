import { type LocalisedFieldError, Problem } from '../http/problem';
import { activeAtMost } from './keys-store';
import { type PersonRefusal, PersonRefused } from './person-refused';

type Words = Readonly<Record<'nl' | 'en', string>>;

/** Why something cannot be done for a person as they are now. */
export const PERSON_CONFLICTS = {
  has_ended: {
    nl: 'Deze persoon is al beëindigd. Is hij of zij terug, voeg dan iemand toe.',
    en: 'This person was ended already. Where they are back, add somebody.',
  },
  two_tokens: {
    nl: `Er zijn al ${activeAtMost} tokens die werken. Trek er eerst een in.`,
    en: `There are ${activeAtMost} tokens that work already. Revoke one first.`,
  },
  last_supervisor: {
    nl: 'Dit is de laatste teamleider van alle depots: zonder zou niemand dit beheer kunnen doen. Voeg eerst een ander toe.',
    en: 'This is the last supervisor of all depots: without one nobody could do this upkeep. Add another first.',
  },
  oneself: {
    nl: 'Dit doet niemand bij zichzelf. Vraag het een andere teamleider.',
    en: 'Nobody does this to themself. Ask another supervisor.',
  },
  signs_in_nowhere: {
    nl: 'Een planner is een systeem en meldt zich nergens aan. Maak een token.',
    en: 'A planner is a system, and signs in nowhere. Make a token.',
  },
  no_second_factor: {
    nl: 'Deze persoon heeft geen tweede stap; er is niets te wissen.',
    en: 'This person has no second step; there is nothing to reset.',
  },
  revoked_already: { nl: 'Dit was al ingetrokken.', en: 'This was revoked already.' },
} as const satisfies Readonly<Record<string, Words>>;

export function conflictOf(why: keyof typeof PERSON_CONFLICTS): Problem {
  return new Problem('conflict', { detail: PERSON_CONFLICTS[why] });
}

/** What is wrong with somebody who is to be added, at their fields. */
export function invalidPerson(mistakes: readonly LocalisedFieldError[]): Problem {
  return new Problem('invalid-request', { errors: mistakes });
}

export const NAME_TAKEN: LocalisedFieldError = {
  in: 'body',
  pointer: '/name',
  code: 'taken',
  message: {
    nl: 'Zo heet al iemand met deze rol. Voeg iets aan de naam toe.',
    en: 'Somebody of this role is called so already. Add to the name.',
  },
};

export const NO_SUCH_DEPOT: LocalisedFieldError = {
  in: 'body',
  pointer: '/depot',
  code: 'unknown_depot',
  message: { nl: 'Dit depot is er niet.', en: 'There is no such depot.' },
};

function accountMistake(code: string, message: Words): LocalisedFieldError {
  return { in: 'body', pointer: '/account', code, message };
}

const ACCOUNT_TAKEN = accountMistake('taken', {
  nl: 'Dit account is al aan iemand anders gekoppeld.',
  en: 'This account is linked to somebody else already.',
});

const NO_EMAIL = accountMistake('format', {
  nl: 'Dit is geen e-mailadres.',
  en: 'This is no e-mail address.',
});

export const ACCOUNT_OF_NO_SIGN_ON = accountMistake('no_sign_on', {
  nl: 'Dit is geen e-mailadres, en er is geen aanmelding van een bedrijf ingesteld die iemand zo noemt.',
  en: 'This is no e-mail address, and no sign-on of a company is set up that calls somebody so.',
});

const AS_PROBLEM: Readonly<Record<PersonRefusal, () => Problem>> = {
  name_taken: () => invalidPerson([NAME_TAKEN]),
  no_such_depot: () => invalidPerson([NO_SUCH_DEPOT]),
  has_ended: () => conflictOf('has_ended'),
  two_tokens: () => conflictOf('two_tokens'),
  last_supervisor: () => conflictOf('last_supervisor'),
  account_taken: () => invalidPerson([ACCOUNT_TAKEN]),
  no_email: () => invalidPerson([NO_EMAIL]),
};

/** Does something for a person; what is refused of it in a sentence for the command line is refused in a page's words. */
export async function inPageWords<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PersonRefused && error.why !== null) throw AS_PROBLEM[error.why]();
    throw error;
  }
}
