import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

// Crockford's 32: no i, l, o or u, so that nothing is misread, and five bits a character without remainder.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const secretLength = 32;
const checksumLength = 7;
const shownLength = 6;

const form = new RegExp(`^klopt_([a-z]+(?:_[a-z]+)?)_[${alphabet}]{${secretLength + checksumLength}}$`);

/** A new token: a word for what it lets do, 160 bits of chance, and a checksum of all that. It can be shown only now. */
export function newToken(word: string): string {
  const secret = Array.from(randomBytes(secretLength), (byte) => alphabet.charAt(byte & 31)).join('');
  const body = `klopt_${word}_${secret}`;
  return body + checksum(body);
}

/** The word of a token; null where a character is wrong, swapped or missing, without asking any database. */
export function wordOf(text: string): string | null {
  const word = form.exec(text)?.[1];
  if (word === undefined) return null;
  return text.slice(-checksumLength) === checksum(text.slice(0, -checksumLength)) ? word : null;
}

/** The first characters of a token: enough to recognise it by, far too few to guess the rest. */
export function prefixOf(token: string): string {
  return token.slice(0, shownLength - secretLength - checksumLength);
}

/**
 * What is stored of a token. A slow, salted hash protects what people make up; 160 bits of chance cannot be searched
 * for, and a fast hash keeps authentication out of the cost of a request.
 */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
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
