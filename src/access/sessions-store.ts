import type { Database } from '../database/open-database';
import type { Role } from '../http/caller';
import type { Stage, StoredSession } from './session';

interface SessionRow {
  hash: string;
  person_id: string;
  stage: Stage;
  created_at: number;
  seen_at: number;
  ended_at: number | null;
}

/** A session with whose it is. */
export interface SessionOfPerson extends StoredSession {
  person: { id: string; role: Role; name: string; depot: string | null };
}

type SessionOfPersonRow = SessionRow & { role: Role; name: string; depot: string | null };

export async function addSession(database: Database, session: StoredSession): Promise<void> {
  await database<SessionRow>('sessions').insert({
    hash: session.hash,
    person_id: session.personId,
    stage: session.stage,
    created_at: session.createdAtMs,
    seen_at: session.seenAtMs,
  });
}

/** A session of somebody who has not ended; undefined where there is none. */
export async function findSession(database: Database, hash: string): Promise<SessionOfPerson | undefined> {
  const row = await database('sessions')
    .join('people', 'people.id', 'sessions.person_id')
    .where({ hash })
    .whereNull('people.ended_at')
    .first<SessionOfPersonRow | undefined>('sessions.*', 'people.role', 'people.name', 'people.depot');
  return row && sessionOf(row);
}

export async function markSeen(database: Database, hash: string, nowMs: number): Promise<void> {
  await database<SessionRow>('sessions').where({ hash }).update({ seen_at: nowMs });
}

/** When each person was seen at the desk, of those whose session is not forgotten yet. */
export async function lastSeen(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database('sessions')
    .groupBy('person_id')
    .max({ seen_at: 'seen_at' })
    .select<Pick<SessionRow, 'person_id' | 'seen_at'>[]>('person_id');
  return new Map(rows.map(({ person_id, seen_at }) => [person_id, seen_at]));
}

/** Ends one session, or with `personId` all that this person has. */
export async function endSessions(
  database: Database,
  which: { hash: string } | { personId: string },
  nowMs: number,
): Promise<void> {
  const where = 'hash' in which ? { hash: which.hash } : { person_id: which.personId };
  await database<SessionRow>('sessions').where(where).whereNull('ended_at').update({ ended_at: nowMs });
}

/** Forgets sessions that nobody was seen in since a time. */
export async function forgetSessionsBefore(database: Database, beforeMs: number): Promise<void> {
  await database<SessionRow>('sessions').where('seen_at', '<', beforeMs).delete();
}

function sessionOf(row: SessionOfPersonRow): SessionOfPerson {
  return {
    hash: row.hash,
    personId: row.person_id,
    stage: row.stage,
    createdAtMs: row.created_at,
    seenAtMs: row.seen_at,
    endedAtMs: row.ended_at,
    person: { id: row.person_id, role: row.role, name: row.name, depot: row.depot },
  };
}
