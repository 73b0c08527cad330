import { setTimeout as sleep } from 'node:timers/promises';

/** An entry of a feed, as far as the proofs look at it. */
export interface Entry {
  seq: number;
  kind: string;
  stops: { id: string; state: string }[];
  sequence: string[] | null;
  instruction: { id: string; kind: string; state: string; shipmentId: string | null } | null;
}

/** How a device follows its route. */
export interface Following {
  routeId: string;
  bearer: string;
  /** Where it asks next; after a break that may be elsewhere. */
  url: () => string;
  /** The number of the last entry that it has. */
  latest: () => number;
  take: (entry: Entry) => void;
  /** Told when a connection is no more. */
  onBreak?: (() => void) | undefined;
  signal: AbortSignal;
}

const PAUSE_MS = 50;

/**
 * Follows a feed until told to stop, whatever becomes of the connection: half of the times it comes back it first fetches
 * what it missed, else the stream brings it.
 */
export async function followFeed(following: Following): Promise<void> {
  const isOver = () => following.signal.aborted;
  while (!isOver()) {
    try {
      if (Math.random() < 0.5) await catchUp(following);
      await readStream(following);
    } catch {
      // Nobody is there, or no longer: again.
    }
    if (!isOver()) following.onBreak?.();
    await sleep(PAUSE_MS * (0.5 + Math.random()));
  }
}

/** Fetches every entry that there is; gives how far the feed is. */
export async function catchUp(following: Following): Promise<number> {
  const { routeId, bearer, url, latest, take } = following;
  for (;;) {
    const answer = await fetch(`${url()}/v1/routes/${routeId}/changes?after=${latest()}`, {
      headers: { authorization: `Bearer ${bearer}` },
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`A feed was answered ${answer.status}`);
    const { changes, version, more } = (await answer.json()) as {
      changes: Entry[];
      version: number;
      more: boolean;
    };
    // The stream may have brought some of them meanwhile.
    for (const entry of changes) if (entry.seq > latest()) take(entry);
    if (!more) return version;
  }
}

async function readStream({ routeId, bearer, url, latest, take, signal }: Following): Promise<void> {
  const answer = await fetch(`${url()}/v1/routes/${routeId}/stream`, {
    headers: { authorization: `Bearer ${bearer}`, 'last-event-id': String(latest()) },
    signal,
  });
  if (!answer.ok || answer.body === null) throw new Error(`A stream was answered ${answer.status}`);
  let rest = '';
  for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
    const events = `${rest}${text}`.split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) take(JSON.parse(data) as Entry);
    }
  }
}
