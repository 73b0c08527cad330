/** A time as JSON has it; null for none. */
export function instant(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}

/** A time to the minute, in UTC; "never" for none. */
export function minute(atMs: number | null): string {
  return instant(atMs)?.slice(0, 16).replace('T', ' ') ?? 'never';
}
