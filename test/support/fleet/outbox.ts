import { setTimeout as sleep } from 'node:timers/promises';

/** What a device reports. */
export type Report = { kind: string } & Partial<Record<'stopId' | 'instructionId' | 'reason', string>>;

interface Counted extends Report {
  deviceSeq: number;
  occurredAt: string;
}

interface Answer {
  outcomes: { deviceSeq: number; effect: string }[];
}

const PAUSE_MS = 50;
const PATIENCE_MS = 10_000;

/** What a device has to report: it counts it, and sends it until it is answered, in order, each time all of it. */
export class Outbox {
  private readonly waiting: Counted[] = [];
  private counted = 0;
  /** Sent, but never answered: it may have been done. */
  private sentUpTo = 0;
  readonly wrong: string[] = [];

  constructor(
    private readonly path: string,
    private readonly bearer: string,
    private readonly url: () => string,
  ) {}

  put(report: Report): void {
    this.counted += 1;
    this.waiting.push({ ...report, deviceSeq: this.counted, occurredAt: new Date().toISOString() });
  }

  /** How many reports were answered. */
  get answered(): number {
    return this.counted - this.waiting.length;
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  async keepSending(isOver: () => boolean): Promise<void> {
    while (!isOver()) if (this.isEmpty || !(await this.send())) await sleep(PAUSE_MS);
  }

  private async send(): Promise<boolean> {
    const events = [...this.waiting];
    const answer = await this.ask(events).catch(() => null);
    const repeatable = this.sentUpTo;
    this.sentUpTo = events.at(-1)?.deviceSeq ?? this.sentUpTo;
    if (answer === null) return false;
    this.judge(events, answer, repeatable);
    this.waiting.splice(0, events.length);
    return true;
  }

  private async ask(events: readonly Counted[]): Promise<Answer | null> {
    const answer = await fetch(this.url() + this.path, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ events }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.ok) return (await answer.json()) as Answer;
    if (answer.status < 500) this.wrong.push(`${this.path}: ${answer.status} ${await answer.text()}`);
    return null;
  }

  /** Each is answered, in order; as repeated only where it was sent before. */
  private judge(events: readonly Counted[], { outcomes }: Answer, repeatable: number): void {
    const answered = outcomes.map(({ deviceSeq }) => deviceSeq).join();
    const sent = events.map(({ deviceSeq }) => deviceSeq).join();
    if (answered !== sent) this.wrong.push(`${this.path}: ${answered} answered of ${sent}`);
    for (const { deviceSeq, effect } of outcomes)
      if (effect === 'repeated' && deviceSeq > repeatable)
        this.wrong.push(`${this.path}: ${deviceSeq} is new, and was done before`);
  }
}
