import { hash, verify } from '@node-rs/argon2';

/** OWASP's least for argon2id: 19 MiB, two passes, one lane; about 20 ms. It runs beside this thread. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is kept of a password. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Of nobody: who does not exist takes as long to refuse as who does. */
const NOBODYS = hash('nobody signs in with this', COST);

/** Whether a password is the one that was kept; never where none was. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const isRight = await verify(kept ?? (await NOBODYS), password.normalize('NFC'));
  return isRight && kept !== null;
}
