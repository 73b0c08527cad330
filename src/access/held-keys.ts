import type { Caller } from '../http/caller';

/** A key, or a person's or device's token, as it is held in memory, ready to let its caller in. */
export interface HeldKey {
  caller: Caller;
  origins: ReadonlySet<string>;
  requestsPerMinute: number | null;
  /** When it ends by itself; null where it does not. */
  expiresAtMs: number | null;
}

/** What a key or token has become: null where it lets nobody in any more. */
export interface KeyChange {
  id: string;
  hash: string;
  held: HeldKey | null;
}

/** Changes by their numbers: `after` is not among them, `upTo` is. */
export interface ChangeRange {
  after: number;
  upTo: number;
}

const beforeAll = -1;

/** All keys of one table that let somebody in, kept the same as in the database by the numbers of its changes. */
export class HeldKeys {
  private readonly byHash = new Map<string, HeldKey>();
  private readonly byId = new Map<string, HeldKey>();
  private version = beforeAll;
  origins: ReadonlySet<string> = new Set();

  constructor(private readonly read: (range: ChangeRange) => Promise<KeyChange[]>) {}

  find(hash: string): HeldKey | undefined {
    return this.byHash.get(hash);
  }

  withId(id: string): HeldKey | undefined {
    return this.byId.get(id);
  }

  /** Reads what changed up to the change numbered `latest`: nothing, where that was seen before. */
  async follow(latest: number): Promise<void> {
    if (latest === this.version) return;
    // A number from before: the database was put back from a backup, and what is held says nothing any more.
    const after = latest < this.version ? beforeAll : this.version;
    const changes = await this.read({ after, upTo: latest });
    if (after === beforeAll) for (const held of [this.byHash, this.byId]) held.clear();
    for (const change of changes) this.take(change);
    this.origins = new Set([...this.byId.values()].flatMap(({ origins }) => [...origins]));
    this.version = latest;
  }

  /** Lets go of what has ended by itself: routes have new devices every day. */
  dropExpired(nowMs: number): void {
    for (const held of [this.byHash, this.byId])
      for (const [name, { expiresAtMs }] of held)
        if (expiresAtMs !== null && expiresAtMs <= nowMs) held.delete(name);
  }

  private take({ id, hash, held }: KeyChange): void {
    if (held) {
      this.byHash.set(hash, held);
      this.byId.set(id, held);
    } else {
      this.byHash.delete(hash);
      this.byId.delete(id);
    }
  }
}
