import { amsterdamInstant } from '../amsterdam-time';
import type { Database } from '../database/open-database';
import { lowestId } from '../ids';
import { countUnsealed } from './audit-store';
import { lastSealed, listActions, listEntries, type ReadEntry } from './entries-store';

/** By what people know whom and what the log names by ids; what has no name is left out. */
export type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** What somebody wants to see of the audit log; all of it, where nothing is given. */
export interface AuditQuestion {
  action?: string | undefined;
  subject?: string | undefined;
  /** As YYYY-MM-DD, by the clock of the Netherlands. */
  day?: string | undefined;
  /** The id behind which the page begins. */
  cursor?: string | undefined;
}

/** How far the log is sealed. */
export interface SealState {
  /** The last entry that is; null where none is. */
  last: { seq: number; atMs: number } | null;
  /** How many are too new for that. */
  unsealed: number;
}

export interface AuditPage {
  /** The newest first. */
  entries: readonly ReadEntry[];
  nextCursor: string | null;
  names: ReadonlyMap<string, string>;
  /** Every action that there is an entry of. */
  actions: readonly string[];
  seal: SealState;
}

const PAGE = 50;

/** A page of the audit log. With a million entries it takes some milliseconds: bench/audit-page.ts. */
export async function readAudit(
  { database, namesOf }: { database: Database; namesOf: NamesOf },
  question: AuditQuestion,
): Promise<AuditPage> {
  const { action, subject } = question;
  const found = await listEntries(database, { action, subject, ...rangeOf(question), limit: PAGE + 1 });
  const entries = found.slice(0, PAGE);
  return {
    entries,
    nextCursor: found.length > PAGE ? (entries.at(-1)?.id ?? null) : null,
    names: await namesOf(entries.flatMap(({ actor, subject: about }) => [actor, about])),
    actions: await listActions(database),
    seal: await readSealState(database),
  };
}

function rangeOf({ day, cursor }: AuditQuestion): { fromId?: string; beforeId?: string | undefined } {
  if (day === undefined) return { beforeId: cursor };
  const endId = lowestId('aud', startOf(day, 1));
  return {
    fromId: lowestId('aud', startOf(day, 0)),
    beforeId: cursor !== undefined && cursor < endId ? cursor : endId,
  };
}

/** When a day begins, or one so many days later. */
function startOf(day: string, daysLater: number): number {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + daysLater);
  // Nothing is older than the clock of ids.
  return Math.max(0, amsterdamInstant(date.toISOString().slice(0, 10), 0, 0));
}

async function readSealState(database: Database): Promise<SealState> {
  const last = await lastSealed(database);
  return {
    last: last === undefined ? null : { seq: last.seq, atMs: last.at },
    unsealed: await countUnsealed(database),
  };
}
