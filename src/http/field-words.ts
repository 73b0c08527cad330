import type { z } from 'zod';
import type { Language, Localised } from './language';

type Issue = z.core.$ZodIssue;

interface Words {
  code: string;
  message: string;
}

/**
 * What is wrong with one field, in words. A schema's own rule (`refine`) brings its own:
 * `params: { code, nl, en }`.
 */
export function wordsFor(issue: Issue, missing: boolean, language: Language): Words {
  const [code, words] = missing ? required : describe(issue);
  return { code, message: words[language] };
}

type Described = readonly [code: string, words: Localised];

const required: Described = ['required', { nl: 'Dit veld is verplicht.', en: 'This field is required.' }];

const invalid: Described = [
  'invalid',
  { nl: 'Deze waarde kan hier niet.', en: 'This value is not possible here.' },
];

type Describers = { [Code in Issue['code']]?: (issue: Extract<Issue, { code: Code }>) => Described };

const describers: Describers = {
  invalid_type: (issue) => expected([issue.expected]),
  invalid_union: (issue) =>
    // One that is told by a word, such as `kind`: another word than these is none of them.
    'options' in issue && Array.isArray(issue.options)
      ? oneOf(issue.options.map(String).join(', '))
      : expected(issue.errors.flat().flatMap((inner) => ('expected' in inner ? [inner.expected] : []))),
  too_big: (issue) => limit('too_big', issue.origin, { nl: 'hoogstens', en: 'at most' }, issue.maximum),
  too_small: (issue) =>
    isEmpty(issue)
      ? empty
      : limit('too_small', issue.origin, { nl: 'minstens', en: 'at least' }, issue.minimum),
  invalid_value: (issue) => oneOf(issue.values.map(String).join(', ')),
  invalid_format: (issue) => form(FORMS[issue.format] ?? PATTERNS[issue.pattern ?? '']),
  custom: ownWords,
};

function describe(issue: Issue): Described {
  const describer = describers[issue.code] as ((issue: Issue) => Described) | undefined;
  return describer?.(issue) ?? invalid;
}

function oneOf(values: string): Described {
  return ['not_allowed', { nl: `Mogelijk zijn: ${values}.`, en: `Possible are: ${values}.` }];
}

/** Forms that have a name, by an example of each. */
const FORMS: Readonly<Record<string, Localised | undefined>> = {
  date: { nl: 'een datum zijn die bestaat, als 2026-11-26', en: 'a date that exists, as 2026-11-26' },
  datetime: {
    nl: 'een tijdstip zijn dat bestaat, met zijn zone, als 2026-11-26T09:30:00Z',
    en: 'a time that exists, with its zone, as 2026-11-26T09:30:00Z',
  },
  email: { nl: 'een e-mailadres zijn, als vera@example.nl', en: 'an e-mail address, as vera@example.nl' },
};

/** Those that have none, by their regular expression, which is all that an issue tells of them. */
const PATTERNS: Readonly<Record<string, Localised | undefined>> = {
  '/^20/': {
    nl: 'een tijdstip in deze eeuw zijn, als 2026-11-26T09:30:00Z',
    en: 'a time in this century, as 2026-11-26T09:30:00Z',
  },
  '/^[A-Za-z0-9-]{1,20}$/': {
    nl: 'een code van letters, cijfers en streepjes zijn, hoogstens 20, als ZLV',
    en: 'a code of letters, digits and hyphens, at most 20, as ZLV',
  },
  '/^[A-Za-z0-9-]{4,40}$/': {
    nl: 'uit 4 tot 40 letters, cijfers en streepjes bestaan, als 3SKLPT0001042',
    en: '4 to 40 letters, digits and hyphens, as 3SKLPT0001042',
  },
  '/^\\d{1,9}$/': {
    nl: 'een geheel getal van hoogstens negen cijfers zijn, als 12',
    en: 'a whole number of at most nine digits, as 12',
  },
};

const empty: Described = ['too_small', { nl: 'Dit mag niet leeg zijn.', en: 'This may not be empty.' }];

function isEmpty({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): boolean {
  return (origin === 'string' || origin === 'array') && minimum === 1;
}

function form(wanted: Localised | undefined): Described {
  if (wanted === undefined)
    return ['format', { nl: 'Dit heeft niet de juiste vorm.', en: 'This is not in the right form.' }];
  return ['format', { nl: `Dit moet ${wanted.nl}.`, en: `This must be ${wanted.en}.` }];
}

const typeNames: Record<string, Localised> = {
  string: { nl: 'tekst', en: 'text' },
  number: { nl: 'een getal', en: 'a number' },
  int: { nl: 'een geheel getal', en: 'a whole number' },
  boolean: { nl: 'true of false', en: 'true or false' },
  object: { nl: 'een object', en: 'an object' },
  array: { nl: 'een lijst', en: 'a list' },
  null: { nl: 'null', en: 'null' },
};

function expected(types: readonly string[]): Described {
  const names = [...new Set(types)].map((type) => typeNames[type] ?? { nl: type, en: type });
  const nl = names.map((name) => name.nl).join(' of ');
  const en = names.map((name) => name.en).join(' or ');
  return ['type', { nl: `Dit moet ${nl} zijn.`, en: `This must be ${en}.` }];
}

function limit(code: string, origin: string, word: Localised, bound: number | bigint): Described {
  const units: Record<string, Localised> = {
    string: { nl: ' tekens lang', en: ' characters long' },
    array: { nl: ' onderdelen lang', en: ' items long' },
  };
  const unit = units[origin] ?? { nl: '', en: '' };
  return [
    code,
    { nl: `Dit mag ${word.nl} ${bound}${unit.nl} zijn.`, en: `This may be ${word.en} ${bound}${unit.en}.` },
  ];
}

function ownWords(issue: Extract<Issue, { code: 'custom' }>): Described {
  const { code, nl, en } = issue.params ?? {};
  const words = {
    nl: typeof nl === 'string' ? nl : issue.message,
    en: typeof en === 'string' ? en : issue.message,
  };
  return [typeof code === 'string' ? code : 'invalid', words];
}
