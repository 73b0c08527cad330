import { type FeedLine, isFull, type Written } from './feed-line';

/** Reads entries of a route's feed, some at a time, as lines get them. */
export interface FeedSource {
  /** The entries after one, in their order, and whether there may be more behind them. */
  read(routeId: string, after: number): Promise<{ entries: readonly Written[]; more: boolean }>;
  /** Told when a device was written instructions, the latest of them in the entry of this number. */
  toldDevice(routeId: string, upTo: number): Promise<void>;
}

interface Followed {
  lines: Set<FeedLine>;
  isReading: boolean;
  /** Something may have come since reading began. */
  isBehind: boolean;
}

/** Before anything else: after a break, a client is to come back in two seconds. */
const GREETING = Buffer.from('retry: 2000\n\n');
const HEARTBEAT = Buffer.from(':\n\n');

/**
 * Every open connection of this process to the feeds of routes. Each entry is read once for all lines of its route that want
 * it. A line gets the entry after its last one and no other, so that none is missed and none comes twice, whoever joins
 * meanwhile.
 */
export class FeedHub {
  private readonly routes = new Map<string, Followed>();
  private isDraining = false;

  constructor(private readonly source: FeedSource) {}

  /** Follows a route from the entry that the line names. */
  join(routeId: string, line: FeedLine): void {
    const { to } = line;
    if (this.isDraining) {
      to.end();
      return;
    }
    const followed = this.routes.get(routeId) ?? { lines: new Set(), isReading: false, isBehind: false };
    this.routes.set(routeId, followed);
    followed.lines.add(line);
    to.once('close', () => this.leave(routeId, line)).on('error', ignored);
    to.write(GREETING);
    this.wake(routeId);
  }

  private leave(routeId: string, line: FeedLine): void {
    const followed = this.routes.get(routeId);
    followed?.lines.delete(line);
    if (followed?.lines.size === 0) this.routes.delete(routeId);
  }

  /** Looks what is new on a route, where anybody follows it. */
  wake(routeId: string): void {
    const followed = this.routes.get(routeId);
    if (followed === undefined) return;
    followed.isBehind = true;
    if (!followed.isReading) void this.catchUp(routeId, followed);
  }

  private async catchUp(routeId: string, followed: Followed): Promise<void> {
    followed.isReading = true;
    try {
      while (followed.isBehind) {
        followed.isBehind = false;
        followed.isBehind = (await this.readOn(routeId, followed)) || wasWoken(followed);
      }
    } catch {
      // The database is away; whoever polls wakes it again.
    } finally {
      followed.isReading = false;
    }
  }

  /** Whether there may be more. */
  private async readOn(routeId: string, { lines }: Followed): Promise<boolean> {
    const ready = [...lines].filter((line) => !isFull(line));
    if (ready.length === 0) return false;
    const { entries, more } = await this.source.read(routeId, Math.min(...ready.map(({ seq }) => seq)));
    let toldUpTo = 0;
    for (const line of lines) toldUpTo = Math.max(toldUpTo, writeTo(line, entries));
    if (toldUpTo > 0) await this.source.toldDevice(routeId, toldUpTo);
    return more;
  }

  /** The routes that are followed. */
  routeIds(): string[] {
    return [...this.routes.keys()];
  }

  /** Wakes the routes of which a line has not had everything, by how far they are. */
  wakeBehind(versions: ReadonlyMap<string, number>): void {
    for (const [routeId, version] of versions) {
      const lines = this.routes.get(routeId)?.lines ?? new Set<FeedLine>();
      if ([...lines].some((line) => line.seq < version && !isFull(line))) this.wake(routeId);
    }
  }

  /** Lets every line know that it is not dead; one that has taken nothing since the last time is cut off. */
  beat(): void {
    for (const line of this.all()) {
      const isStuck = isFull(line);
      if (isStuck && line.wasFull) line.to.destroy();
      else if (!isStuck) line.to.write(HEARTBEAT);
      line.wasFull = isStuck;
    }
  }

  /** Ends the lines of those who are let in no longer. */
  endWhere(isOver: (line: FeedLine) => boolean): void {
    for (const line of this.all()) if (isOver(line)) line.to.end();
  }

  /** Ends every line, and takes no new ones: whoever follows comes back elsewhere. */
  drain(): void {
    this.isDraining = true;
    this.endWhere(() => true);
  }

  lineCount(): number {
    return this.all().length;
  }

  private all(): FeedLine[] {
    return [...this.routes.values()].flatMap(({ lines }) => [...lines]);
  }
}

function ignored(): void {
  // What became of a connection is told by its end.
}

/** Asked apart: what the compiler knows of a flag does not hold across an await. */
function wasWoken({ isBehind }: Followed): boolean {
  return isBehind;
}

/** Writes what comes next on a line; returns the number of the latest instruction told to a device, 0 where there was none. */
function writeTo(line: FeedLine, entries: readonly Written[]): number {
  let toldUpTo = 0;
  for (const { seq, bytes, isInstruction } of entries) {
    if (seq !== line.seq + 1 || isFull(line) || line.to.writableEnded) continue;
    line.to.write(bytes);
    line.seq = seq;
    if (line.isDevice && isInstruction) toldUpTo = seq;
  }
  return toldUpTo;
}
