import type { z } from 'zod';
import { didYouMean } from '../did-you-mean';
import { wordsFor } from './field-words';
import type { Language } from './language';
import type { FieldError } from './problem';

type Place = FieldError['in'];
type Issue = z.core.$ZodIssue;
type UnknownKeys = Extract<Issue, { code: 'unrecognized_keys' }>;

const atMost = 50;

/**
 * Everything that is wrong with one part of a request, in words. It is parsed a second time here, to learn which
 * names an object does have; a request that is right never comes here.
 */
export function fieldErrors(
  schema: z.ZodType,
  input: unknown,
  place: Place,
  language: Language,
): FieldError[] {
  const knownNames = new Map<readonly string[], string[]>();
  const result = schema.safeParse(input, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') knownNames.set(issue.keys, namesOf(issue.inst));
      return undefined;
    },
  });
  const issues = result.error?.issues ?? [];
  return issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? unknownKeys(issue, knownNames.get(issue.keys) ?? [], language).map((error) => ({
            in: place,
            ...error,
          }))
        : [
            {
              in: place,
              pointer: pointerOf(issue.path),
              ...wordsFor(issue, isMissing(issue, input), language),
            },
          ],
    )
    .slice(0, atMost);
}

function unknownKeys(
  issue: UnknownKeys,
  known: readonly string[],
  language: Language,
): Omit<FieldError, 'in'>[] {
  return issue.keys.map((key) => {
    const meant = didYouMean(key, known);
    const hint = meant ?? known.join(', ');
    const message = {
      nl: meant ? `Onbekend veld. Bedoelt u ${hint}?` : `Onbekend veld. Bekend zijn: ${hint || 'geen'}.`,
      en: meant ? `Unknown field. Did you mean ${hint}?` : `Unknown field. Known are: ${hint || 'none'}.`,
    };
    return { pointer: pointerOf([...issue.path, key]), code: 'unknown_field', message: message[language] };
  });
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
