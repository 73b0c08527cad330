import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { type BodyBounds, gather, tooLarge, USUAL_LIMIT_BYTES } from './body-bytes';
import { positionOfMistake } from './json-mistake';
import { Problem } from './problem';

/** A parser must not be made to work for nothing. */
const depthLimit = 32;

type Done = (error: unknown, body?: unknown) => void;

/**
 * Reads a whole JSON body and hands it over in the same turn in which its last byte came. Fails with 400, 408, 413 or 415; a client that went away is told to `done` as an Error.
 */
export function readJson(
  request: IncomingMessage,
  { patienceMs, limitBytes = USUAL_LIMIT_BYTES }: BodyBounds,
  done: Done,
): void {
  const refused = refusal(request.headers, limitBytes);
  if (refused) {
    done(refused);
    return;
  }
  gather(request, { patienceMs, limitBytes }, (error, bytes) => {
    if (bytes === undefined) done(error);
    else parseBytes(bytes, done);
  });
}

function refusal(headers: IncomingMessage['headers'], limitBytes: number): Problem | undefined {
  const type = headers['content-type'];
  if (type !== 'application/json' && !isJson(type)) return mediaType('application/json');
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity')
    return mediaType('application/json');
  return Number(headers['content-length']) > limitBytes ? tooLarge(limitBytes) : undefined;
}

/** `application/json` or `…+json`, in UTF-8. */
function isJson(contentType = ''): boolean {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  return /^application\/(?:[a-z0-9.-]+\+)?json$/.test(type.trim()) && isInUtf8(parameters);
}

/** Whether the parameters of a media type, in lower case, tell of no other encoding. */
export function isInUtf8(parameters: readonly string[]): boolean {
  const charset = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='));
  return /^(?:charset="?utf-?8"?)?$/.test(charset ?? '');
}

/** The problem of a body in another form than the one named. */
export function mediaType(wanted: string): Problem {
  return new Problem('unsupported-media-type', {
    detail: {
      nl: `Stuur Content-Type: ${wanted}, in UTF-8 en niet samengeperst.`,
      en: `Send Content-Type: ${wanted}, in UTF-8 and not compressed.`,
    },
    headers: { Accept: wanted },
  });
}

function parseBytes(bytes: Buffer, done: Done): void {
  const text = bytes.toString('utf8');
  // Only text that holds the replacement character can have been broken UTF-8.
  if (text.includes('\uFFFD') && !isUtf8(bytes)) {
    done(malformed({ nl: 'De tekst is geen UTF-8.', en: 'The text is not UTF-8.' }));
    return;
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    const { line, column } = positionOfMistake(text);
    const detail = {
      nl: `Fout op regel ${line}, kolom ${column}.`,
      en: `Mistake at line ${line}, column ${column}.`,
    };
    done(malformed(text === '' ? { nl: 'Het verzoek is leeg.', en: 'The request is empty.' } : detail));
    return;
  }
  const tooDeep = { nl: `Hoogstens ${depthLimit} niveaus diep.`, en: `At most ${depthLimit} levels deep.` };
  if (isDeeper(body, depthLimit)) done(malformed(tooDeep));
  else if (text.includes('\\u0000') && holdsNul(body)) done(malformed(nul));
  else done(null, body);
}

/** PostgreSQL keeps no text with this sign, and nobody types it. */
const nul = { nl: 'Het teken \\u0000 is geen tekst.', en: 'The character \\u0000 is no text.' };

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNul);
}

function malformed(detail: { nl: string; en: string }): Problem {
  return new Problem('malformed-json', { detail });
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const key in value) if (isDeeper((value as Record<string, unknown>)[key], levels - 1)) return true;
  return false;
}
