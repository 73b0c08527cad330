import type { Writable } from 'node:stream';
import type { Clock } from '../../clock';
import { listen, type Listening } from '../../database/notifications';
import { every } from '../../every';
import type { Caller } from '../../http/caller';
import { FeedHub, type FeedSource } from './feed-hub';
import type { Written } from './feed-line';
import { markReceived } from '../instructions/instructions-store';
import { type FeedDependencies, readFeed } from './read-feed';
import { readVersions } from '../route-changes-store';
import { ROUTES_CHANNEL } from '../routes-channel';
import type { ShownEntry } from './shown-entry';

export interface FeedHubDependencies extends FeedDependencies {
  clock: Clock;
  /** Whether the holder of this key or token still is. */
  isLetIn: (keyId: string) => boolean;
  /** Notifications may be lost; at the latest after this long a change is seen all the same. */
  pollEveryMs?: number;
  beatEveryMs?: number;
}

/** The connections of this process that follow feeds. */
export interface RunningFeedHub {
  /** Writes the entries after one to a connection, those that there are and those that come. */
  join(routeId: string, follower: { caller: Caller; after: number; to: Writable }): void;
  lineCount(): number;
  /** Ends every connection, and takes no new ones. */
  drain(): void;
  isDraining(): boolean;
  close(): Promise<void>;
}

const READ_AT_ONCE = 100;
const POLL_EVERY_MS = 1_000;
/** Proxies cut off what is silent for half a minute. */
const BEAT_EVERY_MS = 15_000;

/** Starts to tell changes of routes to whoever follows them; without followers it does nothing and asks nothing. */
export function startFeedHub(dependencies: FeedHubDependencies): RunningFeedHub {
  const { database, isLetIn } = dependencies;
  const hub = new FeedHub(sourceOf(dependencies));
  let listening: Listening | undefined;
  let isDraining = false;
  const polling = every(dependencies.pollEveryMs ?? POLL_EVERY_MS, async () => {
    if (hub.lineCount() === 0) return;
    hub.endWhere(({ keyId }) => !isLetIn(keyId));
    hub.wakeBehind(await readVersions(database, hub.routeIds()));
  });
  const beating = every(dependencies.beatEveryMs ?? BEAT_EVERY_MS, () => hub.beat());
  const drain = () => {
    isDraining = true;
    hub.drain();
  };
  return {
    join(routeId, { caller, after, to }) {
      listening ??= listen(database, ROUTES_CHANNEL, (changed) => hub.wake(changed));
      const isDevice = caller.kind === 'device';
      hub.join(routeId, { to, keyId: caller.keyId, isDevice, seq: after, wasFull: false });
    },
    lineCount: () => hub.lineCount(),
    drain,
    isDraining: () => isDraining,
    async close() {
      drain();
      await Promise.all([polling.stop(), beating.stop(), listening?.close()]);
    },
  };
}

function sourceOf(dependencies: FeedHubDependencies): FeedSource {
  const { database, clock } = dependencies;
  return {
    async read(routeId, after) {
      const changes = await readFeed(dependencies, routeId, { after, limit: READ_AT_ONCE });
      return { entries: changes.map(written), more: changes.length === READ_AT_ONCE };
    },
    toldDevice: (routeId, upTo) => markReceived(database, routeId, { upTo, nowMs: clock.nowMs() }),
  };
}

function written(change: ShownEntry): Written {
  const text = `id: ${change.seq}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;
  return { seq: change.seq, bytes: Buffer.from(text), isInstruction: change.instruction !== null };
}
