import { randomBytes } from 'node:crypto';
import type { Database } from '../database/open-database';
import type { Stage } from './session';
import { addSession } from './sessions-store';
import { hashToken } from './token-format';

/** Starts a session of somebody; gives its token, which is shown only now. */
export async function openSession(
  database: Database,
  { personId, stage }: { personId: string; stage: Stage },
  nowMs: number,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const times = { createdAtMs: nowMs, seenAtMs: nowMs, endedAtMs: null };
  await addSession(database, { hash: hashToken(token), personId, stage, ...times });
  return token;
}
