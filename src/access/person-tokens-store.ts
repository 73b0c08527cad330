import { markChanged } from '../database/change-marker';
import { insertTogether, type Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import type { Role } from '../http/caller';
import { auditedAccess } from './audited-access';
import type { By } from './by';
import type { ChangeRange } from './held-keys';
import { activeAtMost } from './keys-store';

/** A person's token as it is kept: everything but the token. */
export interface PersonToken {
  id: string;
  personId: string;
  prefix: string;
  hash: string;
  createdAtMs: number;
  lastUsedAtMs: number | null;
  revokedAtMs: number | null;
}

/** A token with what it says of its person. */
export interface TokenOfPerson extends PersonToken {
  person: { id: string; role: Role; depot: string | null; endedAtMs: number | null };
}

interface TokenRow {
  id: string;
  person_id: string;
  prefix: string;
  hash: string;
  created_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
}

interface TokenOfPersonRow extends TokenRow {
  role: Role;
  depot: string | null;
  ended_at: number | null;
}

/** Adds a token; false, and nothing added, where its person has as many as may be active, or has ended. */
export async function addToken(database: Database, token: PersonToken, actor: string): Promise<boolean> {
  return transaction(database, async (trx) => {
    const active = { person_id: token.personId, revoked_at: null };
    const others = await trx<TokenRow>('person_tokens').where(active).pluck('id');
    const person = await trx('people')
      .where({ id: token.personId, ended_at: null })
      .first<{ id: string } | undefined>('id');
    if (others.length >= activeAtMost || !person) return false;
    const version = await markChanged(trx, 'person_tokens');
    const audited = auditedAccess('token.issued', token.id, token.createdAtMs, actor);
    await insertTogether(trx, [tokenInsert(token, version), audited]);
    return true;
  });
}

/** What puts a token into the database, beside what belongs with it; `version` is from `markChanged`. */
export function tokenInsert(token: PersonToken, version: number): Insert {
  const row = {
    id: token.id,
    person_id: token.personId,
    prefix: token.prefix,
    hash: token.hash,
    created_at: token.createdAtMs,
    version,
  };
  return { table: 'person_tokens', rows: [row] };
}

/** The tokens of these people, revoked ones too, the newest first. */
export async function listTokens(database: Database, personIds: readonly string[]): Promise<PersonToken[]> {
  const query = database<TokenRow>('person_tokens').whereIn('person_id', personIds).orderBy('id', 'desc');
  return (await query).map(tokenOf);
}

/** Tokens, revoked ones too, whose id or prefix this is; an id names one, a prefix can name several. */
export async function findTokens(database: Database, idOrPrefix: string): Promise<PersonToken[]> {
  const query = database<TokenRow>('person_tokens').where({ id: idOrPrefix }).orWhere({ prefix: idOrPrefix });
  return (await query).map(tokenOf);
}

/** Revokes a token; false where it was revoked already: of two who revoke it at once one does. */
export async function markTokenRevoked(database: Database, tokenId: string, by: By): Promise<boolean> {
  return transaction(database, async (trx) => {
    const version = await markChanged(trx, 'person_tokens');
    const active = { id: tokenId, revoked_at: null };
    const revoked = await trx('person_tokens').where(active).update({ revoked_at: by.atMs, version });
    if (revoked > 0) await insertTogether(trx, [auditedAccess('token.revoked', tokenId, by.atMs, by.actor)]);
    return revoked > 0;
  });
}

/** The tokens that these changes made or revoked. */
export async function readChangedTokens(
  database: Database,
  { after, upTo }: ChangeRange,
): Promise<TokenOfPerson[]> {
  const rows = (await database('person_tokens')
    .join('people', 'people.id', 'person_tokens.person_id')
    .select('person_tokens.*', 'people.role', 'people.depot', 'people.ended_at')
    .where('version', '>', after)
    .where('version', '<=', upTo)) as TokenOfPersonRow[];
  return rows.map((row) => ({
    ...tokenOf(row),
    person: { id: row.person_id, role: row.role, depot: row.depot, endedAtMs: row.ended_at },
  }));
}

function tokenOf(row: TokenRow): PersonToken {
  return {
    id: row.id,
    personId: row.person_id,
    prefix: row.prefix,
    hash: row.hash,
    createdAtMs: row.created_at,
    lastUsedAtMs: row.last_used_at,
    revokedAtMs: row.revoked_at,
  };
}
