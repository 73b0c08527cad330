import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { PersonRefused } from './person-refused';

/** OWASP's least for argon2id: 19 MiB, two passes, one lane; about 20 ms. It runs beside this thread. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 12;
const LONGEST = 200;

/** What is kept of a password. @throws PersonRefused for one that is too short or too long */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < SHORTEST || password.length > LONGEST)
    throw new PersonRefused(`A password has ${SHORTEST} to ${LONGEST} characters; a sentence is easiest.`);
  return hash(password.normalize('NFC'), COST);
}

/** Of nobody: who does not exist takes as long to refuse as who does. */
const NOBODYS = hash('nobody signs in with this', COST);

/** Whether a password is the one that was kept; never where none was. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const isRight = await verify(kept ?? (await NOBODYS), password.normalize('NFC'));
  return isRight && kept !== null;
}

/** A password that nobody has to make up: 80 bits of chance in four groups. */
export function newPassword(): string {
  const letters = Array.from(randomBytes(16), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

// Without those that are misread for another.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789x';
