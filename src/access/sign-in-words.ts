/** The words of the page where somebody signs in. */
export const SIGN_IN_WORDS = {
  nl: {
    title: 'Aanmelden',
    intro: 'Balie van Klopt. Meld je aan met de naam en het wachtwoord die je van je supervisor kreeg.',
    name: 'Naam',
    password: 'Wachtwoord',
    submit: 'Aanmelden',
  },
  en: {
    title: 'Sign in',
    intro: 'The desk of Klopt. Sign in with the name and password that your supervisor gave you.',
    name: 'Name',
    password: 'Password',
    submit: 'Sign in',
  },
} as const;
