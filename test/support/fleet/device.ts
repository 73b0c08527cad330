import { setTimeout as sleep } from 'node:timers/promises';
import { type Entry, catchUp, followFeed, type Following } from './follow-feed';
import { Outbox } from './outbox';
import type { Van } from './send-out';

const PAUSE_MS = 50;

export interface DeviceOptions {
  /** Where it asks next. */
  url: () => string;
  onEntry?: (entry: Entry) => void;
  /** Told when it has lost its connection. */
  onBreak?: () => void;
}

/** What a device knows at a moment. */
export interface Told {
  /** The instruction in each entry that it has, from the first; null for an entry without one. */
  instructions: readonly (string | null)[];
  /** How many of its reports were answered. */
  answered: number;
  wrong: readonly string[];
}

/** A driver's device that works: it follows its route's feed, and sends what its driver does. */
export class Device {
  private readonly instructions: (string | null)[] = [];
  readonly outbox: Outbox;
  private readonly ending = new AbortController();
  private readonly following: Following;
  private readonly working: Promise<unknown>;
  private readonly wrongs: string[] = [];

  constructor(
    readonly van: Van,
    { url, onEntry, onBreak }: DeviceOptions,
  ) {
    const { routeId, bearer } = van;
    this.outbox = new Outbox(`/v1/routes/${routeId}/device-events`, bearer, url);
    const take = (entry: Entry) => {
      this.take(entry);
      onEntry?.(entry);
    };
    const { signal } = this.ending;
    this.following = { routeId, bearer, url, latest: () => this.instructions.length, take, onBreak, signal };
    const sending = this.outbox.keepSending(() => signal.aborted);
    this.working = Promise.all([sending, followFeed(this.following)]);
  }

  told(): Told {
    const { answered, wrong } = this.outbox;
    return { instructions: [...this.instructions], answered, wrong: [...this.wrongs, ...wrong] };
  }

  private take({ seq, instruction }: Entry): void {
    const latest = this.instructions.length;
    if (seq === latest + 1) this.instructions.push(instruction?.id ?? null);
    else this.wrongs.push(`route ${this.van.routeId}: entry ${seq} came after ${latest}`);
  }

  /** Works on until it has sent everything, and knows everything that there is to know. */
  async finish(): Promise<void> {
    while (!(await this.isUpToDate().catch(() => false))) await sleep(PAUSE_MS);
    await this.stop();
  }

  /** Rejects where nobody answers. */
  private async isUpToDate(): Promise<boolean> {
    return this.outbox.isEmpty && (await catchUp(this.following)) === this.instructions.length;
  }

  private async stop(): Promise<void> {
    this.ending.abort();
    await this.working;
  }
}
