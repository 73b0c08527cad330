import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import type { ShopScope } from '../http/caller';
import { newId } from '../ids';
import { OPERATOR } from './audited-access';
import { newKey, type KeyForm, type KeyKind } from './key-format';
import { activeAtMost, addKey, type StoredKey } from './keys-store';
import { parseOrigin } from './origin';
import { hashToken, prefixOf } from './token-format';

export interface KeyRequest extends KeyForm {
  shopName: string;
  /** Those that the kind has by default where not given. */
  scopes?: readonly string[] | undefined;
  /** The pages that may use a publishable key, such as `https://shop.example`. */
  origins?: readonly string[] | undefined;
  requestsPerMinute?: number | undefined;
}

export interface IssuedKey {
  /** The key itself: this is the only time that it can be seen. */
  key: string;
  stored: StoredKey;
}

/** A key that cannot be made as asked, in a sentence. */
export class KeyRefused extends Error {
  override name = 'KeyRefused';
}

// A publishable key is seen by everyone: it learns what the register says, and changes nothing.
const scopesOf: Record<KeyKind, { possible: readonly ShopScope[]; byDefault: readonly ShopScope[] }> = {
  secret: {
    possible: ['checks', 'suggestions', 'register', 'amendments', 'shipments'],
    byDefault: ['checks', 'suggestions', 'register', 'shipments'],
  },
  publishable: { possible: ['checks', 'suggestions', 'register'], byDefault: ['checks', 'suggestions'] },
};

const publishableRequestsPerMinute = 300;

/**
 * Makes a key, and its shop where there is none of that name. It works at once, in every replica.
 * @throws KeyRefused where it would be no use, do harm, or be the third of its shop, kind and mode
 */
export async function issueKey(
  database: Database,
  clock: Clock,
  request: KeyRequest,
  actor: string = OPERATOR,
): Promise<IssuedKey> {
  const nowMs = clock.nowMs();
  const key = newKey(request);
  const wanted: StoredKey = {
    id: newId('key', nowMs),
    shopId: newId('shp', nowMs),
    shopName: nameOf(request),
    kind: request.kind,
    mode: request.mode,
    prefix: prefixOf(key),
    hash: hashToken(key),
    scopes: chooseScopes(request),
    origins: chooseOrigins(request),
    requestsPerMinute: chooseLimit(request),
    createdAtMs: nowMs,
    lastUsedAtMs: null,
    revokedAtMs: null,
  };
  const stored = await addKey(database, wanted, actor);
  if (!stored) {
    throw new KeyRefused(
      `This shop has ${activeAtMost} active ${request.kind} ${request.mode} keys already: revoke one first ("klopt keys list").`,
    );
  }
  return { key, stored };
}

function nameOf({ shopName }: KeyRequest): string {
  const name = shopName.trim();
  if (name === '' || name.length > 200) throw new KeyRefused('The name of a shop has 1 to 200 characters.');
  return name;
}

function chooseScopes({ kind, scopes }: KeyRequest): ShopScope[] {
  const { possible, byDefault } = scopesOf[kind];
  if (!scopes || scopes.length === 0) return [...byDefault];
  const wrong = scopes.filter((scope) => !possible.includes(scope as ShopScope));
  if (wrong.length === 0) return possible.filter((scope) => scopes.includes(scope));
  throw new KeyRefused(`A ${kind} key can have the scopes ${possible.join(', ')}; not ${wrong.join(', ')}.`);
}

function chooseOrigins({ kind, origins = [] }: KeyRequest): string[] {
  if (kind === 'secret') {
    if (origins.length > 0)
      throw new KeyRefused('A secret key belongs on a server: only publishable keys have origins.');
    return [];
  }
  if (origins.length === 0) {
    throw new KeyRefused(
      'A publishable key needs at least one origin, such as --origin https://shop.example.',
    );
  }
  return [...new Set(origins.map(originOrRefuse))];
}

function originOrRefuse(text: string): string {
  const origin = parseOrigin(text);
  if (origin === null)
    throw new KeyRefused(
      `${text} is not an origin: give a scheme, host and port, as in https://shop.example.`,
    );
  return origin;
}

function chooseLimit({ kind, requestsPerMinute }: KeyRequest): number | null {
  if (requestsPerMinute === undefined) return kind === 'publishable' ? publishableRequestsPerMinute : null;
  if (Number.isInteger(requestsPerMinute) && requestsPerMinute >= 1 && requestsPerMinute <= 1_000_000) {
    return requestsPerMinute;
  }
  throw new KeyRefused('A rate limit is a whole number of requests a minute, from 1 to 1000000.');
}
