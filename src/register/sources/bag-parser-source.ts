import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import type { BagPart } from './bag-archive-file';
import type { ParseRequest, ParseResponse } from './bag-parse-worker';
import { parsePart } from './bag-part-source';
import type { BagRows } from './bag-rows';
import { inflate } from './zip-entry-source';

/** Parses files of an extract; `width` of them are worth asking for at a time. */
export interface BagParser {
  width: number;
  parse: (part: BagPart, day: string) => Promise<BagRows>;
  close: () => Promise<void>;
}

/** Below this the threads' start costs more than they save. */
const WORTH_THREADS_BYTES = 200e6;
/** A file that is larger even packed is streamed by the main thread: a thread is handed its file whole. */
const LARGEST_PACKED_BYTES = 32 << 20;
/** A thread of `npm run dev` could not load TypeScript. */
const isCompiled = extname(__filename) === '.js';

/** One thread a core for the nation (1.7 times as fast on two cores), none for a municipality. */
export function chooseParser(parts: readonly BagPart[]): BagParser {
  const bytes = parts.reduce((sum, { entry }) => sum + entry.size, 0);
  const cores = availableParallelism();
  if (bytes < WORTH_THREADS_BYTES || cores === 1 || !isCompiled) return streamingParser;
  return createThreadedParser(cores, () => new Worker(join(__dirname, 'bag-parse-worker.js')));
}

/** Parses on the calling thread; memory stays flat however large a file is. */
export const streamingParser: BagParser = {
  width: 1,
  parse: async ({ kind, entry }, day) =>
    parsePart({ name: entry.name, kind }, day, inflate(entry, await entry.stream())),
  close: () => Promise.resolve(),
};

/** Parses on threads of its own, each running bag-parse-worker. */
export function createThreadedParser(threads: number, startThread: () => Worker): BagParser {
  const idle = Array.from({ length: threads }, startThread);
  const all = [...idle];
  const waiting: ((worker: Worker) => void)[] = [];

  const borrow = (): Promise<Worker> => {
    const worker = idle.pop();
    return worker === undefined
      ? new Promise((resolve) => void waiting.push(resolve))
      : Promise.resolve(worker);
  };
  const giveBack = (worker: Worker): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else next(worker);
  };
  const parse = async (part: BagPart, day: string): Promise<BagRows> => {
    if (part.entry.compressedSize > LARGEST_PACKED_BYTES) return streamingParser.parse(part, day);
    const worker = await borrow();
    try {
      return await ask(worker, part, day);
    } finally {
      giveBack(worker);
    }
  };
  const close = async (): Promise<void> => {
    await Promise.all(all.map((worker) => worker.terminate()));
  };
  return { width: threads * 2, parse, close };
}

async function ask(worker: Worker, { kind, entry }: BagPart, day: string): Promise<BagRows> {
  const packed = Uint8Array.from(await buffer(await entry.stream()));
  const { name, size, crc32, isStored } = entry;
  const request: ParseRequest = { kind, day, entry: { name, size, crc32, isStored }, packed };
  const answered = once(worker, 'message') as Promise<[ParseResponse]>;
  worker.postMessage(request, [packed.buffer]);
  const [response] = await answered;
  if ('failure' in response) throw new Error(response.failure);
  return response.rows;
}
