import type { Box } from './box';
import { releaseInMs } from './outbox';
import { release } from './taps';

/** Sends what can no longer be undone, when that moment has come. */
export function createRelease(box: Box, nowMs: () => number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    const inMs = releaseInMs(box.get().kept.outbox, nowMs());
    if (inMs !== null) timer = setTimeout(() => box.change((model) => release(model, nowMs())), inMs);
  };
}
