import { parse as parseQuery } from 'node:querystring';
import type { Request } from 'express';
import { z } from 'zod';
import type { RequestShape } from './endpoint';
import { namedErrors } from './field-errors';
import type { Language, Localised } from './language';
import { Problem, type FieldError } from './problem';

type Part = readonly [place: FieldError['in'], name: string, schema: z.ZodType, read: Reader];
type Reader = (request: Request, body: unknown) => unknown;

const noQuery = z.strictObject({});

const readers = {
  params: (request) => request.params,
  query: ({ url }) => (url.includes('?') ? parseQuery(url.slice(url.indexOf('?') + 1)) : {}),
  headers: (request) => request.headers,
  body: (_request, body) => body,
} satisfies Record<string, Reader>;

/**
 * Makes the parser of one endpoint's requests. It throws one `invalid-request` with everything that is wrong in
 * the path, the query, the headers and the body together.
 */
export function inputParser(
  shape: RequestShape,
): (request: Request, body: unknown, language: Language) => unknown {
  const always = declaredParts(shape);
  const withQuery: Part[] = [...always, ['query', 'query', shape.query ?? noQuery, readers.query]];
  return (request, body, language) => {
    if (request.url.includes('%00')) throw new Problem('invalid-request', { detail: nul });
    const parts = shape.query || request.url.includes('?') ? withQuery : always;
    const input: Record<string, unknown> = {};
    let wrong = false;
    for (const [, name, schema, read] of parts) {
      const result = schema.safeParse(read(request, body));
      if (result.success) input[name] = result.data;
      else wrong = true;
    }
    if (wrong) throw invalidRequest(parts, request, { body, language });
    if (shape.stream !== undefined) input.stream = request;
    return input;
  };
}

/** PostgreSQL keeps and compares no text with this sign, and nobody types it. */
const nul = { nl: 'Het teken %00 is geen tekst.', en: 'The character %00 is no text.' };

function declaredParts({ params, headers, body }: RequestShape): Part[] {
  const parts: Part[] = [];
  if (params) parts.push(['path', 'params', params, readers.params]);
  if (headers) parts.push(['header', 'headers', headers.loose(), readers.headers]);
  if (body) parts.push(['body', 'body', body, readers.body]);
  return parts;
}

function invalidRequest(
  parts: readonly Part[],
  request: Request,
  { body, language }: { body: unknown; language: Language },
): Problem {
  const found = parts.map(([place, , schema, read]) =>
    namedErrors(schema, read(request, body), place, language),
  );
  const errors = found.flatMap((part) => part.errors);
  const left = found.reduce((sum, part) => sum + part.left, 0);
  return new Problem('invalid-request', {
    errors,
    ...(left > 0 && { detail: andMore(errors.length, left) }),
  });
}

function andMore(named: number, left: number): Localised {
  return {
    nl: `Hier staan ${named} fouten; er zijn er nog ${left}.`,
    en: `Here are ${named} mistakes; there are ${left} more.`,
  };
}
