/** Where time comes from, so that a test can hold it still. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number;
  now(): Date;
  /** Milliseconds that never run backwards, for durations only. */
  monotonicMs(): number;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  now: () => new Date(),
  monotonicMs: () => performance.now(),
};
