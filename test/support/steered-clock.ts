import type { Clock } from '../../src/clock';

/** A clock that stands still until it is moved. */
export interface SteeredClock extends Clock {
  advance(ms: number): void;
}

export function steeredClock(startMs = Date.UTC(2026, 0, 5, 12)): SteeredClock {
  let ms = startMs;
  return {
    nowMs: () => ms,
    now: () => new Date(ms),
    monotonicMs: () => ms - startMs + 1_000_000,
    advance: (by) => {
      ms += by;
    },
  };
}
