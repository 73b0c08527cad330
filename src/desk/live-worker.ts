import type { Clock } from '../clock';
import { every } from '../every';
import { LiveHub } from './live-hub';

/** The pages of this process that are being looked at. */
export interface RunningLiveHub extends Pick<LiveHub, 'follow' | 'lineCount' | 'drain'> {
  close(): Promise<void>;
}

interface Pace {
  lookEveryMs?: number;
  beatEveryMs?: number;
}

/** An agent waits for a driver's answer: half a second on the average. */
const LOOK_EVERY_MS = 1_000;
/** Proxies cut off what is silent for half a minute. */
const BEAT_EVERY_MS = 15_000;

/** Starts to tell pages of changes; where nobody looks it asks nothing. */
export function startLiveHub(
  { nowMs }: Pick<Clock, 'nowMs'>,
  { lookEveryMs = LOOK_EVERY_MS, beatEveryMs = BEAT_EVERY_MS }: Pace = {},
): RunningLiveHub {
  const hub = new LiveHub(nowMs);
  const looking = every(lookEveryMs, () => hub.look());
  const beating = every(beatEveryMs, () => hub.beat());
  return {
    follow: (watched, to, mark) => hub.follow(watched, to, mark),
    lineCount: () => hub.lineCount(),
    drain: () => hub.drain(),
    async close() {
      hub.drain();
      await Promise.all([looking.stop(), beating.stop()]);
    },
  };
}
