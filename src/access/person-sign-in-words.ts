import type { KeptPerson } from './people-in-reach';

/** The words for how one of the people signs in, to whoever keeps that up. */
export const SIGN_IN_UPKEEP_WORDS = {
  nl: {
    signIn: 'Aanmelden',
    factor: 'Tweede stap',
    on: 'aan',
    onRequired: 'aan, verplicht',
    awaited: 'verplicht, nog niet ingesteld',
    off: 'uit',
    none: '–',
    account: 'Bedrijfsaccount',
    notLinked: 'niet gekoppeld',
    renew: 'Nieuw wachtwoord maken',
    renewHint: (name: string) => `${name} wordt overal afgemeld en meldt zich aan met het nieuwe wachtwoord.`,
    require: 'Tweede stap verplichten',
    requireHint: (name: string) =>
      `${name} komt voortaan binnen met een code uit een app naast het wachtwoord. Is die nog niet ingesteld, dan gebeurt dat na het aanmelden, vóór al het andere.`,
    requireNoLonger: 'Tweede stap niet meer verplichten',
    requireNoLongerHint: (name: string) => `Staat hij aan, dan blijft hij aan tot ${name} hem uitzet.`,
    reset: 'Tweede stap wissen',
    resetHint: (name: string) =>
      `Voor wie telefoon en herstelcodes kwijt is. ${name} wordt overal afgemeld. Ga eerst na of het echt ${name} is die dit vraagt.`,
    link: 'Bedrijfsaccount koppelen',
    linkHint: (name: string) =>
      `${name} kan zich dan aanmelden via het bedrijf. Een tweede stap vraagt het bedrijf, niet deze balie.`,
    accountLabel: 'E-mailadres bij het bedrijf, of het id dat de aanmeldpagina noemde',
    unlink: 'Bedrijfsaccount loskoppelen',
    unlinkHint: (name: string) => `${name} wordt overal afgemeld en meldt zich weer aan met een wachtwoord.`,
  },
  en: {
    signIn: 'Signing in',
    factor: 'Second step',
    on: 'on',
    onRequired: 'on, required',
    awaited: 'required, not set up yet',
    off: 'off',
    none: '–',
    account: "Company's account",
    notLinked: 'not linked',
    renew: 'Make a new password',
    renewHint: (name: string) => `${name} is signed out everywhere, and signs in with the new password.`,
    require: 'Require the second step',
    requireHint: (name: string) =>
      `${name} gets in with a code from an app beside the password from now on. Where it is not set up yet, that comes after signing in, before anything else.`,
    requireNoLonger: 'Require the second step no longer',
    requireNoLongerHint: (name: string) => `Where it is on it stays on until ${name} turns it off.`,
    reset: 'Reset the second step',
    resetHint: (name: string) =>
      `For whoever lost both phone and recovery codes. ${name} is signed out everywhere. First make sure that it really is ${name} who asks.`,
    link: "Link the company's account",
    linkHint: (name: string) =>
      `${name} can then sign in by way of the company. A second step is asked by the company, not by this desk.`,
    accountLabel: 'E-mail address at the company, or the id that the page of signing in told',
    unlink: "Unlink the company's account",
    unlinkHint: (name: string) => `${name} is signed out everywhere, and signs in with a password again.`,
  },
} as const;

/** How far somebody is with a second factor; a system has none. */
export function factorText(
  { role, secondFactor }: Pick<KeptPerson, 'role' | 'secondFactor'>,
  language: 'nl' | 'en',
): string {
  const words = SIGN_IN_UPKEEP_WORDS[language];
  const { isOn, isRequired } = secondFactor;
  if (role === 'planner') return words.none;
  if (isOn) return isRequired ? words.onRequired : words.on;
  return isRequired ? words.awaited : words.off;
}
