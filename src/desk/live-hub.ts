import type { Writable } from 'node:stream';

/** Something that pages show, and keep true while they are looked at. */
export interface Watched {
  /** What it is, and in whose reach: pages that watch the same are told of it by one look. */
  key: string;
  /** A short text, another one whenever the page would be. */
  mark: () => Promise<string>;
}

/** A page that is looked at. */
interface Line {
  to: Writable;
  /** Of what the page shows. */
  mark: string;
  endsAtMs: number;
}

interface Topic {
  watched: Watched;
  lines: Set<Line>;
  /** How long the last look took; Infinity before the first. */
  tookMs: number;
  /** Until when nobody looks again. */
  restsUntilMs: number;
}

/** Before anything else: after a break, a page is to come back in two seconds. */
const GREETING = 'retry: 2000\n\n';
const HEARTBEAT = ':\n\n';
/** A page comes back after this, which asks anew whether whoever looks at it may. */
const LONGEST_MS = 5 * 60_000;
/** A look that takes long is not repeated at once: a twentieth of the time at most is spent on one topic. */
const REST_PER_LOOK = 20;
/** What is told is a few bytes: whoever has not taken so many is not there any more. */
const STUCK_BYTES = 16 * 1024;

/**
 * Every page of this process that is being looked at. It is told that it has changed, never what: it asks for that as anyone
 * would, with the rights of whoever looks.
 */
export class LiveHub {
  private readonly topics = new Map<string, Topic>();
  private isDraining = false;

  constructor(private readonly nowMs: () => number) {}

  /** Tells a page of changes from now on, and at once where what it shows has been overtaken already. */
  follow(watched: Watched, to: Writable, mark: string): void {
    if (this.isDraining) {
      to.end();
      return;
    }
    const topic = this.topics.get(watched.key) ?? {
      watched,
      lines: new Set(),
      tookMs: Infinity,
      restsUntilMs: 0,
    };
    this.topics.set(watched.key, topic);
    const line = { to, mark, endsAtMs: this.nowMs() + LONGEST_MS };
    topic.lines.add(line);
    to.once('close', () => this.leave(topic, line)).on('error', () => undefined);
    to.write(GREETING);
  }

  private leave(topic: Topic, line: Line): void {
    topic.lines.delete(line);
    if (topic.lines.size === 0) this.topics.delete(topic.watched.key);
  }

  /** Looks at everything that is watched, one after another, and tells whom it concerns. */
  async look(): Promise<void> {
    for (const topic of [...this.topics.values()])
      if (topic.restsUntilMs <= this.nowMs()) await this.lookAt(topic);
  }

  private async lookAt(topic: Topic): Promise<void> {
    const beganMs = this.nowMs();
    try {
      tell(topic.lines, await topic.watched.mark());
    } catch {
      // The database is away, or it is out of whoever's reach by now: their page says so when it is asked for.
    }
    const endedMs = this.nowMs();
    const tookMs = endedMs - beganMs;
    // One that was slow by itself stood behind all who asked for their page just then, which is no reason to leave them waiting.
    topic.restsUntilMs = endedMs + Math.min(tookMs, topic.tookMs) * REST_PER_LOOK;
    topic.tookMs = tookMs;
  }

  /** Lets pages know that their connection lives; ends what is stuck, or has lasted long enough. */
  beat(): void {
    for (const { lines } of this.topics.values())
      for (const { to, endsAtMs } of lines) {
        if (to.writableLength > STUCK_BYTES) to.destroy();
        else if (endsAtMs <= this.nowMs()) to.end();
        else to.write(HEARTBEAT);
      }
  }

  /** Ends every connection, and takes no new ones: pages come back elsewhere. */
  drain(): void {
    this.isDraining = true;
    for (const { lines } of this.topics.values()) for (const { to } of lines) to.end();
  }

  lineCount(): number {
    return [...this.topics.values()].reduce((sum, { lines }) => sum + lines.size, 0);
  }
}

function tell(lines: ReadonlySet<Line>, mark: string): void {
  for (const line of lines) {
    if (line.mark === mark || line.to.writableEnded) continue;
    line.mark = mark;
    line.to.write(`id: ${mark}\nevent: changed\ndata: changed\n\n`);
  }
}
