import type { Request } from 'express';

export type Language = 'nl' | 'en';

/** A sentence in every language of the service. */
export type Localised = Record<Language, string>;

const remembered = new Map<string, Language>();
const rememberAtMost = 500;

/** The language to answer in, by Accept-Language; Dutch when neither is asked for. */
export function languageOf(request: Request): Language {
  const header = request.headers['accept-language'];
  if (header === undefined) return 'nl';
  const known = remembered.get(header);
  if (known !== undefined) return known;
  const language = request.acceptsLanguages('nl', 'en') === 'en' ? 'en' : 'nl';
  if (remembered.size < rememberAtMost && header.length <= 200) remembered.set(header, language);
  return language;
}
