/** The words of the pages by which somebody comes in. */
export const SIGN_IN_WORDS = {
  nl: {
    title: 'Aanmelden',
    intro: 'Balie van Klopt. Meld je aan met de naam en het wachtwoord die je van je supervisor kreeg.',
    kept: 'Je was niet meer aangemeld. Wat je verstuurde is bewaard: meld je aan, dan zie je het terug en kun je het opnieuw versturen.',
    name: 'Naam',
    password: 'Wachtwoord',
    submit: 'Aanmelden',
    company: 'Aanmelden met je bedrijfsaccount',
    companyKept:
      'Je bedrijfsaccount opent in een nieuw tabblad. Kom daarna hier terug en kies hieronder "Stuur opnieuw".',
    codeTitle: 'Tweede stap',
    codeIntro: 'Typ de code van zes cijfers uit je app, of een van je herstelcodes.',
    code: 'Code',
    codeSubmit: 'Verder',
    startOver: 'Als iemand anders aanmelden',
  },
  en: {
    title: 'Sign in',
    intro: 'The desk of Klopt. Sign in with the name and password that your supervisor gave you.',
    kept: 'You were no longer signed in. What you sent is kept: sign in, and you will see it again and can send it.',
    name: 'Name',
    password: 'Password',
    submit: 'Sign in',
    company: "Sign in with your company's account",
    companyKept:
      'Your company\'s account opens in a new tab. Come back here afterwards and choose "Send again" below.',
    codeTitle: 'Second step',
    codeIntro: 'Type the code of six figures in your app, or one of your recovery codes.',
    code: 'Code',
    codeSubmit: 'Go on',
    startOver: 'Sign in as somebody else',
  },
} as const;
