import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { fieldErrors } from '../http/field-errors';
import { positionOfMistake } from '../http/json-mistake';
import type { Language } from '../http/language';
import { problemSchema } from '../http/openapi-problems';
import { Problem, type FieldError } from '../http/problem';
import { addressCheck, addressCheckRequest } from './checks-schemas';

/** A line is held to the limit of a single check's body. */
export const LONGEST_LINE_BYTES = 64 * 1024;

export const addressCheckBatchLine = z
  .object({
    line: z.int().min(1).meta({ description: 'The line of the request, counted from 1, blank lines too.' }),
    check: addressCheck.optional().meta({ description: 'The judgement.' }),
    problem: problemSchema.optional().meta({
      description: 'In place of `check`: why this line could not be read. It spoils no other line.',
    }),
  })
  .meta({ id: 'AddressCheckBatchLine' });

type BatchRequest = z.output<typeof addressCheckRequest>;

/** Reads one line by the schema of the single check; null where it is blank. Throws a Problem. */
export function parseBatchLine(bytes: Buffer | null, language: Language): BatchRequest | null {
  if (bytes === null) throw TOO_LONG;
  const text = bytes.toString('utf8');
  if (text.trim() === '') return null;
  // Only text that holds the replacement character can have been broken UTF-8.
  if (text.includes('\uFFFD') && !isUtf8(bytes)) throw NOT_UTF8;
  const body = parseJson(text);
  const result = addressCheckRequest.safeParse(body);
  if (!result.success)
    throw new Problem('invalid-request', {
      errors: fieldErrors(addressCheckRequest, body, 'body', language),
    });
  if (result.data.previousCheckId) throw new Problem('invalid-request', { errors: [notInBatch(language)] });
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { column } = positionOfMistake(text);
    throw new Problem('malformed-json', {
      detail: {
        nl: `Fout in kolom ${column} van deze regel.`,
        en: `Mistake at column ${column} of this line.`,
      },
    });
  }
}

const TOO_LONG = new Problem('payload-too-large', {
  detail: { nl: 'Een regel is hoogstens 64 KB.', en: 'A line is at most 64 KB.' },
});
const NOT_UTF8 = new Problem('malformed-json', {
  detail: { nl: 'De regel is geen UTF-8.', en: 'The line is not UTF-8.' },
});

/** A correction waits for the database, which would hold up all lines behind it; it is one customer's affair besides. */
function notInBatch(language: Language): FieldError {
  const message = {
    nl: 'Niet in een lijst: controleer een correctie apart, met POST /v1/address-checks.',
    en: 'Not in a batch: check a correction by itself, with POST /v1/address-checks.',
  };
  return { in: 'body', pointer: '/previousCheckId', code: 'not_in_batch', message: message[language] };
}
