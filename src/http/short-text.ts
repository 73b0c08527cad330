import { z } from 'zod';

/** A text that someone reads, without blanks around it. */
export function shortText(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !HALF.test(text), { params: HALF_CHARACTER });
}

// PostgreSQL keeps no half of a character, and two names that differ in one would be the same to it.
const HALF = /\p{Surrogate}/u;
const HALF_CHARACTER = {
  code: 'half_character',
  nl: 'Hier staat een half teken, zoals overblijft waar een emoji is doorgeknipt; stuur de tekst heel.',
  en: 'There is half a character here, as is left where an emoji was cut in two; send the text whole.',
};
