/** One event of a stream, as a client of server-sent events has it. */
export interface StreamEvent {
  id: string;
  event: string;
  data: unknown;
}

/** A client of server-sent events over HTTP, which says what came. */
export interface EventStream {
  status: number;
  headers: Headers;
  /** All that came so far. */
  events: StreamEvent[];
  /** Everything that was sent, heartbeats too. */
  text: () => string;
  /** Resolves when so many have come; rejects when the stream ended before, or after ten seconds. */
  reach: (count: number) => Promise<StreamEvent[]>;
  /** Resolves when the stream has ended, by whomever. */
  ended: Promise<void>;
  close: () => void;
}

const PATIENCE_MS = 10_000;

/** Opens a stream and reads whatever comes. */
export async function openStream(url: string, headers: Record<string, string>): Promise<EventStream> {
  const leaving = new AbortController();
  const answer = await fetch(url, { headers, signal: leaving.signal });
  const events: StreamEvent[] = [];
  const pieces: string[] = [];
  let rest = '';
  let waiting: (() => void)[] = [];
  const tell = () => {
    const [told, none]: [(() => void)[], (() => void)[]] = [waiting, []];
    waiting = none;
    for (const one of told) one();
  };
  let isOver = false;
  const ended = read(answer, (piece) => {
    pieces.push(piece);
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    events.push(...eventsIn(blocks));
    tell();
  }).finally(() => {
    isOver = true;
    tell();
  });
  return {
    ...{ status: answer.status, headers: answer.headers, events, ended },
    text: () => pieces.join(''),
    async reach(count) {
      const untilMs = Date.now() + PATIENCE_MS;
      while (events.length < count) {
        if (isOver) throw new Error(`the stream ended after ${events.length} events`);
        if (Date.now() > untilMs) throw new Error(`only ${events.length} events came`);
        await Promise.race([
          new Promise<void>((resolve) => waiting.push(resolve)),
          new Promise((resolve) => setTimeout(resolve, 100)),
        ]);
      }
      return events;
    },
    close: () => leaving.abort(),
  };
}

async function read(answer: Response, take: (piece: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const piece of answer.body!) take(decoder.decode(piece, { stream: true }));
  } catch {
    // Cut off, by either side.
  }
}

function eventsIn(blocks: readonly string[]): StreamEvent[] {
  return blocks
    .filter((block) => block.includes('data: '))
    .map((block) => {
      const fields = new Map(
        block.split('\n').map((line): [string, string] => {
          const at = line.indexOf(': ');
          return [line.slice(0, at), line.slice(at + 2)];
        }),
      );
      const { id = '', event = '', data = '' } = Object.fromEntries(fields);
      return { id, event, data: JSON.parse(data) as unknown };
    });
}
