import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import type { ShopScope } from '../http/caller';
import { newId } from '../ids';
import { OPERATOR } from './by';
import { newKey, type KeyForm, type KeyKind } from './key-format';
import { type AskedKey, keyMistakes, POSSIBLE_SCOPES } from './key-mistakes';
import { KeyRefused } from './key-refused';
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

const scopesByDefault: Record<KeyKind, readonly ShopScope[]> = {
  secret: ['checks', 'suggestions', 'register', 'shipments'],
  publishable: ['checks', 'suggestions'],
};

const publishableRequestsPerMinute = 300;

/**
 * Makes a key, and its shop where there is none of that name. It works at once, in every replica.
 * @throws KeyRefused where it would be no use or do harm, with every mistake; or be the third of its shop, kind and mode
 */
export async function issueKey(
  database: Database,
  clock: Clock,
  request: KeyRequest,
  actor: string = OPERATOR,
): Promise<IssuedKey> {
  const asked = askedOf(request);
  const mistakes = keyMistakes(asked);
  if (mistakes.length > 0)
    throw new KeyRefused(mistakes.map(({ message }) => message.en).join('\n'), mistakes);
  const key = newKey(request);
  const stored = await addKey(database, toStore(asked, { ...request, key }, clock.nowMs()), actor);
  if (stored) return { key, stored };
  throw new KeyRefused(
    `This shop has ${activeAtMost} active ${request.kind} ${request.mode} keys already: revoke one first ("klopt keys list").`,
  );
}

function askedOf({ shopName, kind, scopes = [], origins = [], requestsPerMinute }: KeyRequest): AskedKey {
  return { shopName: shopName.trim(), kind, scopes, origins, requestsPerMinute };
}

function toStore(asked: AskedKey, { key, mode }: KeyForm & { key: string }, nowMs: number): StoredKey {
  const { shopName, kind } = asked;
  return {
    id: newId('key', nowMs),
    shopId: newId('shp', nowMs),
    ...{ shopName, kind, mode },
    prefix: prefixOf(key),
    hash: hashToken(key),
    scopes: scopesFor(asked),
    origins: [...new Set(asked.origins.map((text) => parseOrigin(text) ?? text))],
    requestsPerMinute: limitOf(asked),
    createdAtMs: nowMs,
    lastUsedAtMs: null,
    revokedAtMs: null,
  };
}

function scopesFor({ kind, scopes }: AskedKey): ShopScope[] {
  if (scopes.length === 0) return [...scopesByDefault[kind]];
  return POSSIBLE_SCOPES[kind].filter((scope) => scopes.includes(scope));
}

function limitOf({ kind, requestsPerMinute }: AskedKey): number | null {
  return requestsPerMinute ?? (kind === 'publishable' ? publishableRequestsPerMinute : null);
}
