import { z } from 'zod';

/** A text of one line that someone reads, without blanks around it. */
export function shortText(longest: number) {
  return text(longest).refine((value) => !CONTROL.test(value), { params: CONTROL_CHARACTER });
}

/** As a short text, where someone may write in lines: a note, a reason. */
export function linesOfText(longest: number) {
  return text(longest).refine((value) => !CONTROL_BUT_LINES.test(value), { params: CONTROL_CHARACTER });
}

function text(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((value) => !HALF.test(value), { params: HALF_CHARACTER });
}

// PostgreSQL keeps no half of a character, and two names that differ in one would be the same to it.
const HALF = /\p{Surrogate}/u;
const HALF_CHARACTER = {
  code: 'half_character',
  nl: 'Hier staat een half teken, zoals overblijft waar een emoji is doorgeknipt; stuur de tekst heel.',
  en: 'There is half a character here, as is left where an emoji was cut in two; send the text whole.',
};

// Whoever prints such a sign lets it move the cursor or colour the line: a name could pass for another.
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\n\r\t]/u;
const CONTROL_CHARACTER = {
  code: 'control_character',
  nl: 'Hier staat een teken dat niemand ziet, zoals een tab, een regeleinde of een escape; laat het weg.',
  en: 'There is a character here that nobody sees, such as a tab, the end of a line or an escape; leave it out.',
};
