import type { Localised } from './language';

export interface ProblemType {
  status: number;
  title: Localised;
  /** What the caller can do about it; shown on the problem's page. */
  advice: Localised;
}

/** Every kind of problem that the API answers with; the key is the last part of its type's URI. */
export const problemTypes = {
  'invalid-request': {
    status: 400,
    title: { nl: 'Het verzoek klopt niet', en: 'The request is not valid' },
    advice: {
      nl: 'Verbeter elk veld dat in errors staat; ze staan er allemaal tegelijk.',
      en: 'Correct every field named in errors; all of them are listed together.',
    },
  },
  'malformed-json': {
    status: 400,
    title: { nl: 'Dit is geen geldige JSON', en: 'This is not valid JSON' },
    advice: {
      nl: 'Kijk bij de genoemde regel en kolom; vaak een vergeten aanhalingsteken of een komma te veel.',
      en: 'Look at the line and column named; often a missing quote or a comma too many.',
    },
  },
  unauthenticated: {
    status: 401,
    title: { nl: 'Een geldige sleutel ontbreekt', en: 'A valid key is missing' },
    advice: {
      nl: 'Stuur uw sleutel mee als "Authorization: Bearer …".',
      en: 'Send your key as "Authorization: Bearer …".',
    },
  },
  forbidden: {
    status: 403,
    title: { nl: 'Deze sleutel mag dit niet', en: 'This key may not do this' },
    advice: {
      nl: 'Gebruik een sleutel met het recht dat bij dit verzoek hoort.',
      en: 'Use a key that has the scope this request asks for.',
    },
  },
  'not-found': {
    status: 404,
    title: { nl: 'Dit bestaat hier niet', en: 'There is nothing here' },
    advice: {
      nl: 'Zie /docs voor alles wat er wel is.',
      en: 'See /docs for everything that is here.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { nl: 'Deze methode kan hier niet', en: 'This method is not possible here' },
    advice: {
      nl: 'De kop Allow noemt de methoden die wel kunnen.',
      en: 'The Allow header names the methods that are.',
    },
  },
  'request-timeout': {
    status: 408,
    title: { nl: 'Het verzoek kwam te langzaam binnen', en: 'The request came in too slowly' },
    advice: { nl: 'Stuur het verzoek opnieuw.', en: 'Send the request again.' },
  },
  conflict: {
    status: 409,
    title: { nl: 'Dit botst met wat er al is', en: 'This conflicts with what is there' },
    advice: {
      nl: 'Haal de huidige stand op en kijk of het nog nodig is.',
      en: 'Fetch the current state and see whether it is still needed.',
    },
  },
  'precondition-failed': {
    status: 412,
    title: { nl: 'Iemand anders was u voor', en: 'Someone else was first' },
    advice: {
      nl: 'Haal de huidige stand op, kijk of uw wijziging nog klopt, en stuur haar met de nieuwe ETag.',
      en: 'Fetch the current state, see whether your change still holds, and send it with the new ETag.',
    },
  },
  'payload-too-large': {
    status: 413,
    title: { nl: 'Het verzoek is te groot', en: 'The request is too large' },
    advice: {
      nl: 'Stuur minder tegelijk; grote hoeveelheden kunnen regel voor regel.',
      en: 'Send less at once; large amounts can go line by line.',
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: { nl: 'Dit soort inhoud wordt niet gelezen', en: 'This kind of content is not read' },
    advice: {
      nl: 'Stuur de genoemde Content-Type, in UTF-8 en niet samengeperst.',
      en: 'Send the Content-Type that is named, in UTF-8 and not compressed.',
    },
  },
  unprocessable: {
    status: 422,
    title: { nl: 'Dit kan zo niet worden uitgevoerd', en: 'This cannot be carried out as it is' },
    advice: { nl: 'Lees detail: daar staat waarom.', en: 'Read detail: it says why.' },
  },
  'precondition-required': {
    status: 428,
    title: { nl: 'Zeg op welke stand dit berust', en: 'Say which state this is based on' },
    advice: {
      nl: 'Stuur de ETag van het laatste antwoord mee als If-Match.',
      en: 'Send the ETag of the latest answer as If-Match.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { nl: 'Te veel verzoeken', en: 'Too many requests' },
    advice: {
      nl: 'Wacht het aantal seconden in Retry-After.',
      en: 'Wait for the number of seconds in Retry-After.',
    },
  },
  'headers-too-large': {
    status: 431,
    title: { nl: 'De koppen zijn te groot', en: 'The headers are too large' },
    advice: { nl: 'Houd alle koppen samen onder 16 KB.', en: 'Keep all headers together below 16 KB.' },
  },
  'internal-error': {
    status: 500,
    title: { nl: 'Hier ging iets mis', en: 'Something went wrong here' },
    advice: {
      nl: 'Niet uw fout. Probeer het opnieuw, of meld het met het requestId.',
      en: 'Not your fault. Try again, or report it with the requestId.',
    },
  },
  unavailable: {
    status: 503,
    title: { nl: 'Even niet beschikbaar', en: 'Not available just now' },
    advice: {
      nl: 'Probeer het opnieuw na Retry-After. Laat een bestelling intussen ongecontroleerd door.',
      en: 'Try again after Retry-After. Meanwhile let an order through unchecked.',
    },
  },
} as const satisfies Record<string, ProblemType>;

export type ProblemCode = keyof typeof problemTypes;
