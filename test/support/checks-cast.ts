import type { Authenticate, ShopCaller } from '../../src/http/caller';
import { authenticateCast, cast } from './start-app';

const callers: Record<string, ShopCaller> = {
  'Bearer shopfront': { ...cast.page, scopes: new Set(['checks']) },
  'Bearer test': { ...cast.owner, test: true },
};

/** The cast, and beside it the owner's browser key (`shopfront`) and test key (`test`), both of which may check. */
export const authenticateChecks: Authenticate = (given) =>
  callers[given.authorization ?? ''] ?? authenticateCast(given);

/** Headers of one of them, in a language. */
export function as(who: string, language = 'nl'): Record<string, string> {
  return { authorization: `Bearer ${who}`, 'accept-language': language };
}
