import type { Access } from './access';
import type { Box } from './box';
import { merge, versionOf } from './catch-up';
import type { FeedChange } from './contract';
import { eventStreamReader, type StreamEvent } from './event-stream';
import { openStream } from './service';

export interface Listening {
  box: Box;
  nowMs: () => number;
  /** Called when the service was heard again. */
  connected: () => void;
}

/** Nothing for so long, and the connection is dead: the service sends a heartbeat every 15 s. */
const SILENCE_MS = 40_000;
/** How often it is written down that the service was heard. */
const NOTED_MS = 60_000;

/** Follows the feed as it grows, until the connection breaks or falls silent, or an entry is missing. */
export async function listen({ box, nowMs, connected }: Listening, access: Access): Promise<void> {
  const abort = new AbortController();
  const watchdog = watch(nowMs, () => abort.abort());
  try {
    const stream = await openStream(access, versionOf(box), abort.signal);
    box.change((model) => ({ ...model, isLive: true, kept: { ...model.kept, heardAtMs: nowMs() } }));
    connected();
    await readAll(stream, (events) => {
      watchdog.heard();
      takeIn(box, access, events);
      noteHeard(box, nowMs());
    });
  } finally {
    watchdog.stop();
    abort.abort();
    box.changeKept((kept) => ({ ...kept, heardAtMs: watchdog.heardAtMs() }));
  }
}

function watch(nowMs: () => number, silent: () => void) {
  let heardAtMs = nowMs();
  const timer = setInterval(() => {
    if (nowMs() - heardAtMs > SILENCE_MS) silent();
  }, 1_000);
  window.addEventListener('offline', silent);
  return {
    heard: () => (heardAtMs = nowMs()),
    heardAtMs: () => heardAtMs,
    stop: () => {
      clearInterval(timer);
      window.removeEventListener('offline', silent);
    },
  };
}

async function readAll(
  stream: ReadableStream<Uint8Array>,
  came: (events: readonly StreamEvent[]) => void,
): Promise<void> {
  const read = eventStreamReader();
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    came(read(decoder.decode(value, { stream: true })));
  }
}

function takeIn(box: Box, access: Access, events: readonly StreamEvent[]): void {
  const changes = events
    .filter(({ event }) => event === 'change')
    .map(({ data }) => JSON.parse(data) as FeedChange);
  if (changes.length === 0) return;
  merge(box, access, changes);
  const last = changes.at(-1);
  if (last !== undefined && last.seq > versionOf(box)) throw new Error('entries of the feed are missing');
}

function noteHeard(box: Box, atMs: number): void {
  box.changeKept((kept) => (atMs - (kept.heardAtMs ?? 0) > NOTED_MS ? { ...kept, heardAtMs: atMs } : kept));
}
