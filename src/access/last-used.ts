import type { Clock } from '../clock';

/** Remembers when keys are used, and writes it now and then. */
export interface LastUsed {
  note(keyId: string): void;
  /** Writes what has been noted; called by a timer, and once more at the end. */
  flush(): Promise<void>;
}

export type WriteLastUsed = (usedAtMs: ReadonlyMap<string, number>) => Promise<void>;

/** How often the use of one key is written at most. */
export const lastUsedEveryMs = 60_000;

export function createLastUsed(clock: Clock, write: WriteLastUsed): LastUsed {
  const notedAtMs = new Map<string, number>();
  let pending = new Map<string, number>();
  return {
    note(keyId) {
      const nowMs = clock.nowMs();
      if (nowMs - (notedAtMs.get(keyId) ?? -Infinity) < lastUsedEveryMs) return;
      notedAtMs.set(keyId, nowMs);
      pending.set(keyId, nowMs);
    },
    async flush() {
      if (pending.size === 0) return;
      const uses = pending;
      pending = new Map();
      await write(uses);
    },
  };
}
