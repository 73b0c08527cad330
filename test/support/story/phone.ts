import { type EventStream, openStream } from '../event-stream';
import type { ShownStop } from '../routes-service';
import { type ApiCaller, callerBy, expectThat, StoryBroken } from './caller';

/** An entry of a route's feed, as a phone gets it. */
export interface FeedEntry {
  seq: number;
  kind: string;
  stops: ShownStop[];
  sequence: string[] | null;
  instruction: Told | null;
}

/** What a driver is told or asked. */
export interface Told {
  id: string;
  kind: string;
  state: string;
  text: string | null;
  stopId: string | null;
}

type Tap = { kind: string } & Record<string, unknown>;

/**
 * A driver's phone: a client of the route's event stream over HTTP with a token of its own. What is tapped without a line is
 * sent once there is one again, all of it in one request.
 */
export class Phone {
  private readonly caller: ApiCaller;
  private stream: EventStream | undefined;
  private earlier: FeedEntry[] = [];
  private outbox: (Tap & { deviceSeq: number; occurredAt: string })[] = [];
  private taps = 0;

  constructor(
    private readonly url: string,
    readonly routeId: string,
    private readonly token: string,
  ) {
    this.caller = callerBy(url, token);
  }

  /** All that the feed has told it, in the order in which it came. */
  get entries(): FeedEntry[] {
    return [...this.earlier, ...(this.stream?.events ?? []).map(({ data }) => data as FeedEntry)];
  }

  /** Is in reach: sends what was tapped meanwhile, and follows the feed from the last entry that it has. */
  async connect(): Promise<void> {
    const last = this.entries.at(-1)?.seq ?? 0;
    const stream = await openStream(`${this.url}/v1/routes/${this.routeId}/stream`, {
      authorization: `Bearer ${this.token}`,
      'last-event-id': String(last),
    });
    expectThat(stream.status === 200, `the event stream was answered with ${stream.status}`);
    this.stream = stream;
    expectApplied(await this.flush());
  }

  /** Is out of reach. */
  lose(): void {
    this.earlier = this.entries;
    this.stream?.close();
    this.stream = undefined;
  }

  /** What the driver does, or taps; sent at once where there is a line. @throws StoryBroken where it has no effect */
  async tap(...taps: Tap[]): Promise<void> {
    this.note(taps);
    if (this.stream !== undefined) expectApplied(await this.flush());
  }

  /** As tap; says what became of each. */
  async send(...taps: Tap[]): Promise<string[]> {
    this.note(taps);
    return this.flush();
  }

  private note(taps: readonly Tap[]): void {
    const occurredAt = new Date().toISOString();
    for (const tap of taps) this.outbox.push({ deviceSeq: (this.taps += 1), occurredAt, ...tap });
  }

  private async flush(): Promise<string[]> {
    const events = this.outbox.splice(0);
    if (events.length === 0) return [];
    const path = `/v1/routes/${this.routeId}/device-events`;
    const { body } = await this.caller.post<{ outcomes: { effect: string }[] }>(path, { body: { events } });
    return body.outcomes.map(({ effect }) => effect);
  }

  /** The first entry that is wanted, once it has come. */
  async until(wanted: (entry: FeedEntry) => boolean): Promise<FeedEntry> {
    for (;;) {
      const found = this.entries.find(wanted);
      if (found !== undefined) return found;
      if (this.stream === undefined) throw new StoryBroken('the phone is out of reach');
      await this.stream.reach(this.stream.events.length + 1);
    }
  }

  /** What the driver is told or asked, once it has come. */
  async told(kind: string, after = 0): Promise<Told> {
    const isIt = ({ seq, instruction }: FeedEntry) =>
      seq > after && instruction?.kind === kind && instruction.state === 'pushed';
    const { instruction } = await this.until(isIt);
    if (instruction === null) throw new StoryBroken('an instruction has words');
    return instruction;
  }

  close(): void {
    this.lose();
  }
}

function expectApplied(effects: readonly string[]): void {
  expectThat(
    effects.every((effect) => effect === 'applied'),
    `what the driver did was ${effects.join()}`,
  );
}
