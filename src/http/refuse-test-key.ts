import type { Caller } from './caller';
import type { Localised } from './language';
import { Problem } from './problem';

/**
 * What a test key does is kept nowhere, so it cannot do what others would see.
 * @throws Problem forbidden
 */
export function refuseTestKey(caller: Caller, detail: Localised): void {
  if ('test' in caller && caller.test) throw new Problem('forbidden', { detail });
}
