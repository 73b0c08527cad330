import type { Database } from '../database/open-database';
import { findNames } from './names-store';

/** By what people know the people and the shop that the log names by ids; what has no name is left out. */
export async function namesOf(
  database: Database,
  { actors, shopId }: { actors: readonly string[]; shopId: string },
): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(actors)].filter((actor) => actor.startsWith('per_'));
  const named = await findNames(database, people, shopId);
  return new Map(named.map(({ id, name }) => [id, name]));
}
