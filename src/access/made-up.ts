import { randomBytes } from 'node:crypto';

/** What nobody has to make up, a password or a recovery code: 80 bits of chance in four groups. */
export function madeUp(): string {
  const letters = Array.from(randomBytes(16), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

// Without those that are misread for another.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789x';
