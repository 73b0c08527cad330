import type { z } from 'zod';
import { didYouMean } from '../did-you-mean';
import { wordsFor } from './field-words';
import type { Language } from './language';
import type { FieldError } from './problem';

type Place = FieldError['in'];
type Issue = z.core.$ZodIssue;

const atMost = 50;

/** What is wrong with one part of a request, in words: the first fifty things. */
export function fieldErrors(
  schema: z.ZodType,
  input: unknown,
  place: Place,
  language: Language,
): FieldError[] {
  return namedErrors(schema, input, place, language).errors;
}

/** As `fieldErrors`, with how many things are wrong beside those that are named. */
export function namedErrors(
  schema: z.ZodType,
  input: unknown,
  place: Place,
  language: Language,
): { errors: FieldError[]; left: number } {
  const found = findErrors(schema, input, place, language);
  return {
    errors: found.slice(0, atMost).map((describe) => describe()),
    left: Math.max(0, found.length - atMost),
  };
}

/** As `fieldErrors`, however many there are: for what is bounded by itself. */
export function everyFieldError(
  schema: z.ZodType,
  input: unknown,
  place: Place,
  language: Language,
): FieldError[] {
  return findErrors(schema, input, place, language).map((describe) => describe());
}

/**
 * Everything that is wrong, each put into words when asked to. The input is parsed a second time here, to learn which
 * names an object does have; a request that is right never comes here.
 */
function findErrors(
  schema: z.ZodType,
  input: unknown,
  place: Place,
  language: Language,
): (() => FieldError)[] {
  const knownNames = new Map<readonly string[], string[]>();
  const result = schema.safeParse(input, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') knownNames.set(issue.keys, namesOf(issue.inst));
      return undefined;
    },
  });
  return (result.error?.issues ?? []).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const known = knownNames.get(issue.keys) ?? [];
      return issue.keys.map((key) => () => ({
        in: place,
        pointer: pointerOf([...issue.path, key]),
        ...unknownKey(key, known, language),
      }));
    }
    return [
      () => ({
        in: place,
        pointer: pointerOf(issue.path),
        ...wordsFor(issue, isMissing(issue, input), language),
      }),
    ];
  });
}

function unknownKey(
  key: string,
  known: readonly string[],
  language: Language,
): Pick<FieldError, 'code' | 'message'> {
  const meant = didYouMean(key, known);
  const hint = meant ?? known.join(', ');
  const message = {
    nl: meant ? `Onbekend veld. Bedoelt u ${hint}?` : `Onbekend veld. Bekend zijn: ${hint || 'geen'}.`,
    en: meant ? `Unknown field. Did you mean ${hint}?` : `Unknown field. Known are: ${hint || 'none'}.`,
  };
  return { code: 'unknown_field', message: message[language] };
}

function namesOf(schema: unknown): string[] {
  const definition = (schema as z.core.$ZodObject | undefined)?._zod.def;
  return Object.keys(definition?.shape ?? {});
}

function isMissing(issue: Issue, input: unknown): boolean {
  let value = input;
  for (const step of issue.path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
  return value === undefined;
}

/** A JSON pointer (RFC 6901); an unknown name is cut short, for it can be of any length. */
function pointerOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => `/${String(step).slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
