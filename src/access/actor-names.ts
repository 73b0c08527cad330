import type { Database } from '../database/open-database';
import { findKeyHolders, findPeopleNames, findTokenHolders } from './names-store';

/**
 * By what people know whom and what the audit log names by an id: a person by name, a key by its shop, a token by its person. What
 * has no name is left out.
 */
export async function actorNames(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const people = await findPeopleNames(database, beginningWith('per_', ids));
  const keys = await findKeyHolders(database, beginningWith('key_', ids));
  const tokens = await findTokenHolders(database, beginningWith('tok_', ids));
  return new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...[...keys, ...tokens].map(({ id, name, prefix }) => [id, `${name} (${prefix}…)`] as const),
  ]);
}

function beginningWith(prefix: string, ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => id.startsWith(prefix));
}
