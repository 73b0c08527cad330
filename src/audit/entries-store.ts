import type { Database } from '../database/open-database';
import type { StoredEntry } from './chain';

/** An entry as somebody reads it. */
export interface ReadEntry extends StoredEntry {
  /** Its place in the chain; null while it has none. */
  seq: number | null;
}

/** Which entries somebody asks for; all, where nothing is given. */
export interface EntriesAsked {
  action?: string | undefined;
  subject?: string | undefined;
  /** From this id on, and before that one: ids sort by when they were made. */
  fromId?: string | undefined;
  beforeId?: string | undefined;
  limit: number;
}

const TABLE = 'audit_entries';

/** Entries, the newest first. */
export async function listEntries(database: Database, asked: EntriesAsked): Promise<ReadEntry[]> {
  const { action, subject, fromId, beforeId, limit } = asked;
  const query = database<ReadEntry>(TABLE).orderBy('id', 'desc').limit(limit);
  if (subject !== undefined) void query.where({ subject });
  if (action !== undefined)
    void (subject === undefined ? query.where({ action }) : query.whereRaw(OF_SUBJECT, [action]));
  if (fromId !== undefined) void query.where('id', '>=', fromId);
  if (beforeId !== undefined) void query.where('id', '<', beforeId);
  return query.select('id', 'at', 'actor', 'action', 'subject', 'details', 'seq');
}

// Of a subject there are few. As a plain comparison SQLite may look through all that there is of the action instead.
const OF_SUBJECT = "action || '' = ?";

/** Every action that there is an entry of, by name: a seek for each, where DISTINCT would read the whole index. */
export async function listActions(database: Database): Promise<string[]> {
  const after = database.raw(`(SELECT MIN(action) FROM ${TABLE} WHERE action > found.action)`);
  const rows: unknown = await database
    .withRecursive('found', ['action'], (first) => {
      const next = database.select(after).from('found').whereNotNull('found.action');
      void first.min('action').from(TABLE).unionAll(next);
    })
    .from('found')
    .whereNotNull('action')
    .select('action');
  return (rows as { action: string }[]).map(({ action }) => action);
}

/** The last entry that has its place in the chain; undefined where none has. */
export async function lastSealed(database: Database): Promise<{ seq: number; at: number } | undefined> {
  return database<{ seq: number; at: number }>(TABLE)
    .whereNotNull('seq')
    .orderBy('seq', 'desc')
    .first('seq', 'at');
}
