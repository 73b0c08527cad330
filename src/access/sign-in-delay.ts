/** How often signing in failed, of one name or from one address. */
export interface Failures {
  count: number;
  lastAtMs: number;
}

/** Mistypes, which cost nothing. */
const FREE = { name: 3, address: 20 } as const;
const LONGEST_MS = 15 * 60_000;
/** After this it is as if nothing had been. */
export const FORGOTTEN_MS = 60 * 60_000;

/**
 * How long one must wait before the next try, in milliseconds: nothing for the first few, then 1 s, 2 s, 4 s … up to a quarter
 * of an hour. A whole office may share an address, so that one has more.
 */
export function waitMs(failures: Failures | null, of: keyof typeof FREE, nowMs: number): number {
  if (failures === null || nowMs - failures.lastAtMs >= FORGOTTEN_MS) return 0;
  const beyond = failures.count - FREE[of];
  if (beyond < 0) return 0;
  const delayMs = Math.min(LONGEST_MS, 1_000 * 2 ** Math.min(beyond, 20));
  return Math.max(0, failures.lastAtMs + delayMs - nowMs);
}

/** The count after one more failure. */
export function oneMore(failures: Failures | null, nowMs: number): Failures {
  const isForgotten = failures === null || nowMs - failures.lastAtMs >= FORGOTTEN_MS;
  return { count: (isForgotten ? 0 : failures.count) + 1, lastAtMs: nowMs };
}
