import type { ShopCaller } from './caller';
import { Problem } from './problem';

/** Counts the distinct postcodes that a publishable key asks about; src/access holds one. */
export interface Enumeration {
  ask(
    keyId: string,
    clientAddress: string,
    postcode: string,
  ): { allowed: boolean; retryAfterSeconds: number };
}

interface Asking {
  caller: ShopCaller;
  clientAddress: string;
}

/**
 * Keeps a page's key, which anyone can take, from copying the register out by its postcodes; a secret key may.
 * @throws Problem too-many-requests where these postcodes are too many
 */
export function countPostcodes(
  enumeration: Enumeration,
  { caller, clientAddress }: Asking,
  postcodes: Iterable<string>,
): void {
  if (caller.kind !== 'publishable') return;
  for (const postcode of postcodes) {
    const { allowed, retryAfterSeconds } = enumeration.ask(caller.keyId, clientAddress, postcode);
    if (!allowed) throw tooManyPostcodes(retryAfterSeconds);
  }
}

function tooManyPostcodes(retryAfterSeconds: number): Problem {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new Problem('too-many-requests', {
    headers: { 'Retry-After': String(retryAfterSeconds) },
    detail: {
      nl: `Met deze sleutel zijn te veel verschillende postcodes gevraagd. Over ${minutes} min. kan het weer; laat de klant intussen zelf typen.`,
      en: `Too many different postcodes were asked about with this key. Ask again in ${minutes} min.; meanwhile let the customer type.`,
    },
  });
}
