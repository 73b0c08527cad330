import type { PersonScope } from '../http/caller';

/** What a session is at: in, or with something still to be shown. */
export type Stage = 'in' | 'giving-code' | 'setting-up';

interface StageRules {
  /** How long it lasts untouched, and at most. */
  idleMs: number;
  longestMs: number;
  /** What it lets do, in place of what the role does. */
  scopes: readonly PersonScope[] | null;
  /** Where its person is led, whatever they ask for. */
  mustFirst: string | undefined;
}

const MINUTE_MS = 60_000;
export const LONGEST_MS = 10 * 60 * MINUTE_MS;
const signingIn = { idleMs: 10 * MINUTE_MS, longestMs: 10 * MINUTE_MS } as const;

/** The stages of a session. In: OWASP's session management, half an hour untouched, and a shift at most. */
export const STAGES: Readonly<Record<Stage, StageRules>> = {
  in: { idleMs: 30 * MINUTE_MS, longestMs: LONGEST_MS, scopes: null, mustFirst: undefined },
  'giving-code': { ...signingIn, scopes: ['giving-code'], mustFirst: '/desk/sign-in/code' },
  'setting-up': { ...signingIn, scopes: ['setting-up'], mustFirst: '/desk/second-factor' },
};

/** What is kept of somebody who is signed in, or about to be. Times are milliseconds since 1970. */
export interface StoredSession {
  hash: string;
  personId: string;
  stage: Stage;
  createdAtMs: number;
  seenAtMs: number;
  /** When they signed out; null while they have not. */
  endedAtMs: number | null;
}

/** Writing it at each page would cost a write for each. */
const SEEN_EVERY_MS = MINUTE_MS;

/** Whether a session no longer lets in. */
export function isOver({ stage, createdAtMs, seenAtMs, endedAtMs }: StoredSession, nowMs: number): boolean {
  const { idleMs, longestMs } = STAGES[stage];
  return endedAtMs !== null || nowMs - seenAtMs >= idleMs || nowMs - createdAtMs >= longestMs;
}

/** Whether it is to be kept that it was used now. */
export function isToBeSeen({ seenAtMs }: StoredSession, nowMs: number): boolean {
  return nowMs - seenAtMs >= SEEN_EVERY_MS;
}
