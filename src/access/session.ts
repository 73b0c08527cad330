/** What is kept of somebody who is signed in. Times are milliseconds since 1970. */
export interface StoredSession {
  hash: string;
  personId: string;
  createdAtMs: number;
  seenAtMs: number;
  /** When they signed out; null while they have not. */
  endedAtMs: number | null;
}

/** OWASP's session management: half an hour untouched, and a shift at most. */
const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 10 * 60 * 60_000;
/** Writing it at each page would cost a write for each. */
const SEEN_EVERY_MS = 60_000;

/** Whether a session no longer lets in. */
export function isOver({ createdAtMs, seenAtMs, endedAtMs }: StoredSession, nowMs: number): boolean {
  return endedAtMs !== null || nowMs - seenAtMs >= IDLE_MS || nowMs - createdAtMs >= LONGEST_MS;
}

/** Whether it is to be kept that it was used now. */
export function isToBeSeen({ seenAtMs }: StoredSession, nowMs: number): boolean {
  return nowMs - seenAtMs >= SEEN_EVERY_MS;
}
