/** A wait that can be cut short. */
export interface Pause {
  /** Until so much time has passed, or someone wakes it. */
  for(ms: number): Promise<void>;
  wake(): void;
}

export function createPause(): Pause {
  let wake: () => void = () => undefined;
  return {
    for: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => wake(),
  };
}

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** How long to wait after so many failures: twice as long each time, and no two devices at once. */
export function backoffMs(failures: number, random: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10)) * (0.5 + random / 2);
}
