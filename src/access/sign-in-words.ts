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
    signOnFailed: {
      refused:
        'Het aanmelden met je bedrijfsaccount is afgebroken. Probeer het nog eens, of gebruik je wachtwoord.',
      over: 'Dit aanmelden duurde te lang, is al gebruikt, of begon in een andere browser. Begin opnieuw.',
      away: 'Je bedrijfsaccount kan nu niet worden nagekeken: het aanmelden van je bedrijf antwoordt niet, of niet zoals het hoort. Met je wachtwoord kom je wel binnen; probeer het anders over een paar minuten weer.',
    },
    nobodyTitle: 'Geen account bij deze balie',
    nobodyIntro:
      'Je bedrijf weet wie je bent, maar bij deze balie hoort daar niemand bij. Vraag je supervisor om je bedrijfsaccount te koppelen, en geef dit door:',
    email: 'E-mailadres',
    noEmail: 'niet bevestigd door je bedrijf; koppel met het kenmerk',
    subject: 'Kenmerk',
    back: 'Terug naar aanmelden',
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
    signOnFailed: {
      refused: "Signing in with your company's account was broken off. Try once more, or use your password.",
      over: 'This took too long, was used already, or began in another browser. Begin again.',
      away: "Your company's account cannot be checked just now: its sign-on does not answer, or not as it should. Your password still lets you in; or try again in a few minutes.",
    },
    nobodyTitle: 'No account at this desk',
    nobodyIntro:
      'Your company knows who you are, but nobody at this desk belongs to that. Ask your supervisor to link your account, and tell them this:',
    email: 'E-mail address',
    noEmail: 'not verified by your company; link by the subject',
    subject: 'Subject',
    back: 'Back to signing in',
  },
} as const;
