import { createHmac } from 'node:crypto';

/** Turns a shop's own name for its customer into a keyed hash: the same for the same shop and name, and no way back. */
export type Pseudonymise = (shopId: string, customerReference: string) => string;

/** @param key The secret of KLOPT_PSEUDONYM_KEY; with another key every customer is a stranger again. */
export function createPseudonymise(key: string): Pseudonymise {
  return (shopId, customerReference) =>
    createHmac('sha256', key).update(`${shopId}\n${customerReference}`).digest('base64url');
}
