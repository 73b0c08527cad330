import { english } from './texts-en';
import { dutch } from './texts-nl';
import type { Texts } from './words';

export type Language = 'nl' | 'en';

const LANGUAGES: Readonly<Record<Language, Texts>> = { nl: dutch, en: english };

export function textsIn(language: Language): Texts {
  return LANGUAGES[language];
}

/** The language that was chosen, else that of the browser where the page speaks it, else Dutch. */
export function languageFor(chosen: Language | null, ofBrowser: string): Language {
  return chosen ?? (/^en\b/i.test(ofBrowser) ? 'en' : 'nl');
}
