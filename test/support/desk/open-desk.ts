import { systemClock } from '../../../src/clock';
import { SESSION_COOKIE } from '../../../src/http/pages';

/** That a page was told of a mark, or shows it; by the clock that only goes forward. */
export interface Seen {
  mark: string;
  atMs: number;
}

/** A page that somebody has open, and that renews itself as src/desk/live.js has it do. */
export class OpenDesk {
  readonly told: Seen[] = [];
  readonly shown: Seen[] = [];
  /** How long the page took each time it was asked for anew, in milliseconds. */
  readonly tookMs: number[] = [];
  /** What was answered otherwise than it should. */
  readonly failures: string[] = [];
  private readonly leaving = new AbortController();
  /** Whether its page is on its way. */
  isAsking = false;
  private isToAskAgain = false;

  private constructor(
    private readonly url: string,
    private readonly sessionToken: string,
    /** Of its page, such as `/desk/queue`. */
    readonly path: string,
  ) {}

  /** Opens the page, and follows what it shows. */
  static async open(url: string, sessionToken: string, path: string): Promise<OpenDesk> {
    const desk = new OpenDesk(url, sessionToken, path);
    const mark = await desk.show({});
    const stream = await fetch(`${url}${path}/live?mark=${mark}`, {
      headers: { cookie: desk.cookie, accept: 'text/event-stream' },
      signal: desk.leaving.signal,
    });
    if (stream.status !== 200) throw new Error(`${path}/live was answered ${stream.status}`);
    void desk.follow(stream);
    return desk;
  }

  leave(): void {
    this.leaving.abort();
  }

  private get cookie(): string {
    return `${SESSION_COOKIE}=${this.sessionToken}`;
  }

  private async follow({ body }: Response): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const piece of body!) {
        // What is told is so short that it comes in one piece.
        for (const [, mark = ''] of decoder.decode(piece).matchAll(/^id: (.*)$/gm)) {
          this.told.push({ mark, atMs: systemClock.monotonicMs() });
          void this.renew();
        }
      }
    } catch {
      // It left, or was cut off.
    }
    if (!this.leaving.signal.aborted) this.failures.push('the stream ended');
  }

  /** As htmx does: not twice at once, and once more for all that came meanwhile. */
  private async renew(): Promise<void> {
    this.isToAskAgain = true;
    if (this.isAsking) return;
    this.isAsking = true;
    while (this.isToAskAgain) {
      this.isToAskAgain = false;
      await this.show({ 'hx-request': 'true', 'klopt-renewal': 'yes' });
    }
    this.isAsking = false;
  }

  private async show(headers: Record<string, string>): Promise<string> {
    const startedMs = systemClock.monotonicMs();
    const answer = await fetch(this.url + this.path, { headers: { cookie: this.cookie, ...headers } });
    const [, mark] = /data-follows="[^"]*\?mark=([^"]*)"/.exec(await answer.text()) ?? [];
    const atMs = systemClock.monotonicMs();
    if (answer.status !== 200 || mark === undefined) this.failures.push(`${this.path}: ${answer.status}`);
    this.shown.push({ mark: mark ?? '', atMs });
    if (this.shown.length > 1) this.tookMs.push(atMs - startedMs);
    return mark ?? '';
  }
}
