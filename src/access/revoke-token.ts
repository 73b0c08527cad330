import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { findTokens, markTokenRevoked, type PersonToken } from './person-tokens-store';
import { OPERATOR } from './by';
import { revokeOnly, type Revocation } from './revocation';

/** Revokes the person's token with this id or prefix; it stops working within a second, in every replica. */
export async function revokeToken(
  database: Database,
  clock: Clock,
  idOrPrefix: string,
  actor: string = OPERATOR,
): Promise<Revocation<PersonToken>> {
  const found = await findTokens(database, idOrPrefix);
  return revokeOnly(found, ({ id }) => markTokenRevoked(database, id, { actor, atMs: clock.nowMs() }));
}
