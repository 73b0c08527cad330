/** Work that is done again and again until stopped. */
export interface Repeated {
  /** Resolves when what was under way is done. */
  stop(): Promise<void>;
}

/** Does something every so often, never twice at once; what fails is left to the next time. */
export function every(pauseMs: number, work: () => unknown): Repeated {
  let underWay: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer = again();

  function again(): NodeJS.Timeout {
    return setTimeout(() => {
      underWay = once();
    }, pauseMs).unref();
  }

  async function once(): Promise<void> {
    try {
      await work();
    } catch {
      // The next time may do better.
    }
    if (!stopped) timer = again();
  }

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
