import type { IncomingMessage } from 'node:http';
import { Problem } from './problem';

/** Addresses are small. */
export const USUAL_LIMIT_BYTES = 64 * 1024;

export interface BodyBounds {
  /** How long the body may take to come in, in milliseconds. */
  patienceMs: number;
  /** 64 KB unless told otherwise. */
  limitBytes?: number | undefined;
}

/** Gathers a whole body, in the same turn in which its last byte came. Fails with 408 or 413. */
export function gather(
  request: IncomingMessage,
  { patienceMs, limitBytes = USUAL_LIMIT_BYTES }: BodyBounds,
  done: (error: unknown, bytes?: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  let isDone = false;
  const finish = (error: unknown, bytes?: Buffer) => {
    // Whatever comes after that is let go; to take the listeners away costs each request 2.5 µs.
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    done(error, bytes);
  };
  const timer = setTimeout(
    () => finish(new Problem('request-timeout', { headers: { Connection: 'close' } })),
    patienceMs,
  );
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (isDone) return;
    if (size > limitBytes) finish(tooLarge(limitBytes));
    else chunks.push(chunk);
  });
  request.on('end', () => finish(null, chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
  request.on('error', finish);
}

/** The problem of a body that is longer than is read. */
export function tooLarge(limitBytes: number): Problem {
  const most = `${limitBytes / 1024} KB`;
  return new Problem('payload-too-large', {
    detail: { nl: `Een verzoek is hoogstens ${most}.`, en: `A request is at most ${most}.` },
    headers: { Connection: 'close' },
  });
}
