import type { Language, Localised } from '../http/language';

/** The words around every page of the desk. */
const WORDS = {
  desk: { nl: 'Balie', en: 'Desk' },
  queue: { nl: 'Werkvoorraad', en: 'Queue' },
  board: { nl: 'Ritten', en: 'Routes' },
  upkeep: { nl: 'Beheer', en: 'Upkeep' },
  skip: { nl: 'Naar de inhoud', en: 'Skip to the content' },
  signIn: { nl: 'Aanmelden', en: 'Sign in' },
  signOut: { nl: 'Afmelden', en: 'Sign out' },
  allDepots: { nl: 'alle depots', en: 'all depots' },
  language: { nl: 'Taal', en: 'Language' },
  back: { nl: 'Terug naar de werkvoorraad', en: 'Back to the queue' },
  keys: { nl: 'Toetsen', en: 'Keys' },
  keysStep: {
    nl: 'Volgende en vorige in de lijst; Enter opent',
    en: 'Next and previous in the list; Enter opens',
  },
  keysClose: { nl: 'Sluit dit', en: 'Closes this' },
  signedOut: {
    nl: 'Je bent afgemeld. Wat je typte blijft hier staan.',
    en: 'You are signed out. What you typed stays here.',
  },
  signInElsewhere: { nl: 'Aanmelden in een nieuw tabblad', en: 'Sign in in a new tab' },
  sendAgain: { nl: 'Stuur opnieuw', en: 'Send again' },
  sendAgainTitle: { nl: 'Nog niet verstuurd', en: 'Not sent yet' },
  sendAgainIntro: {
    nl: 'Je was niet meer aangemeld toen je dit verstuurde. Er is niets mee gebeurd, en niets van weg. Kijk het na en stuur het opnieuw.',
    en: 'You were no longer signed in when you sent this. Nothing was done with it, and none of it is lost. Look it over and send it again.',
  },
  whatYouSent: { nl: 'Wat je verstuurde', en: 'What you sent' },
  wrongFields: {
    nl: 'Er is niets gedaan. Alles wat niet goed is, staat hier:',
    en: 'Nothing was done. All that is not right is here:',
  },
  mend: { nl: 'Verbeter het hier', en: 'Mend it here' },
  backToPage: { nl: 'Terug naar de pagina', en: 'Back to the page' },
  notSend: { nl: 'Laat maar, terug naar de werkvoorraad', en: 'Never mind, back to the queue' },
  wrong: { nl: 'Dit ging niet', en: 'That did not work' },
} as const satisfies Record<string, Localised>;

export type DeskWord = keyof typeof WORDS;

export function deskWords(language: Language): Record<DeskWord, string> {
  const words = Object.entries(WORDS).map(([name, { [language]: word }]) => [name, word]);
  return Object.fromEntries(words) as Record<DeskWord, string>;
}
