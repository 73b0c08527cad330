import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

export type KeyKind = 'secret' | 'publishable';
export type KeyMode = 'live' | 'test';

export interface KeyForm {
  kind: KeyKind;
  mode: KeyMode;
}

// Crockford's 32: no i, l, o or u, so that nothing is misread, and five bits a character without remainder.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const secretLength = 32;
const checksumLength = 7;
const shownLength = 6;
const shortKind: Record<KeyKind, string> = { secret: 'sk', publishable: 'pk' };

const form = new RegExp(`^klopt_(sk|pk)_(live|test)_[${alphabet}]{${secretLength + checksumLength}}$`);

/** A new key: its kind and mode, 160 bits of chance, and a checksum of all that. It can be shown only now. */
export function newKey({ kind, mode }: KeyForm): string {
  const secret = Array.from(randomBytes(secretLength), (byte) => alphabet.charAt(byte & 31)).join('');
  const body = `klopt_${shortKind[kind]}_${mode}_${secret}`;
  return body + checksum(body);
}

/** What a key is by its form; null where a character is wrong, swapped or missing, without asking any database. */
export function readKey(text: string): KeyForm | null {
  const match = form.exec(text);
  if (!match || text.slice(-checksumLength) !== checksum(text.slice(0, -checksumLength))) return null;
  return { kind: match[1] === 'sk' ? 'secret' : 'publishable', mode: match[2] === 'live' ? 'live' : 'test' };
}

/** The first characters of a key: enough to recognise it by, far too few to guess the rest. */
export function prefixOf(key: string): string {
  return key.slice(0, 'klopt_sk_live_'.length + shownLength);
}

/**
 * What is stored of a key. A slow, salted hash protects what people make up; 160 bits of chance cannot be searched
 * for, and a fast hash keeps authentication out of the cost of a request.
 */
export function hashKey(key: string): string {
  return hash('sha256', key, 'hex');
}

/** CRC-32 finds every error within four neighbouring characters, and 4,294,967,295 of 4,294,967,296 others. */
function checksum(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let position = 0; position < checksumLength; position += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
