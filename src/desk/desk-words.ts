import type { Language, Localised } from '../http/language';

/** The words around every page of the desk. */
const WORDS = {
  desk: { nl: 'Balie', en: 'Desk' },
  queue: { nl: 'Werkvoorraad', en: 'Queue' },
  upkeep: { nl: 'Beheer', en: 'Upkeep' },
  skip: { nl: 'Naar de inhoud', en: 'Skip to the content' },
  signIn: { nl: 'Aanmelden', en: 'Sign in' },
  signOut: { nl: 'Afmelden', en: 'Sign out' },
  signOutEverywhere: { nl: 'Overal afmelden', en: 'Sign out everywhere' },
  allDepots: { nl: 'alle depots', en: 'all depots' },
  language: { nl: 'Taal', en: 'Language' },
  back: { nl: 'Terug naar de werkvoorraad', en: 'Back to the queue' },
  keys: { nl: 'Toetsen', en: 'Keys' },
  keysStep: {
    nl: 'Volgende en vorige in de lijst; Enter opent',
    en: 'Next and previous in the list; Enter opens',
  },
  keysClose: { nl: 'Sluit dit', en: 'Closes this' },
  wrong: { nl: 'Dit ging niet', en: 'That did not work' },
} as const satisfies Record<string, Localised>;

export type DeskWord = keyof typeof WORDS;

export function deskWords(language: Language): Record<DeskWord, string> {
  const words = Object.entries(WORDS).map(([name, { [language]: word }]) => [name, word]);
  return Object.fromEntries(words) as Record<DeskWord, string>;
}
