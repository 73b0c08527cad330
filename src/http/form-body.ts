import type { IncomingMessage } from 'node:http';
import { type BodyBounds, gather } from './body-bytes';
import { mediaType } from './json-body';
import { Problem } from './problem';

const FORM_TYPE = 'application/x-www-form-urlencoded';

type Form = Record<string, unknown>;

/**
 * Reads what a browser sends of a form, as what JSON would be: `address.street` is a field of `address`, one that was left
 * empty is absent, and one that is there several times is a list. Fails with 408, 413 or 415.
 */
export function readForm(
  request: IncomingMessage,
  bounds: BodyBounds,
  done: (error: unknown, body?: unknown) => void,
): void {
  if (request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== FORM_TYPE) {
    done(mediaType(FORM_TYPE));
    return;
  }
  gather(request, bounds, (error, bytes) => {
    const text = bytes?.toString('utf8') ?? '';
    if (bytes === undefined) done(error);
    else if (/\0|%00/.test(text)) done(new Problem('invalid-request', { detail: NUL }));
    else done(null, formOf(new URLSearchParams(text)));
  });
}

/** PostgreSQL keeps no text with this sign, and nobody types it. */
const NUL = { nl: 'Het teken %00 is geen tekst.', en: 'The character %00 is no text.' };

/** The fields of a form, by their names. */
export function formOf(sent: URLSearchParams): Form {
  const form = nothing();
  for (const name of new Set(sent.keys())) {
    const values = sent.getAll(name).filter((value) => value.trim() !== '');
    if (values.length > 0) put(form, name.split('.'), values.length === 1 ? values[0] : values);
  }
  return form;
}

function put(form: Form, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) form[name] = value;
  else {
    const known = form[name];
    const inner = isForm(known) ? known : nothing();
    form[name] = inner;
    put(inner, rest, value);
  }
}

/** Without a prototype: a field that is called `__proto__` is a field like any other. */
function nothing(): Form {
  return Object.create(null) as Form;
}

function isForm(value: unknown): value is Form {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
