import type { Writable } from 'node:stream';
import { Reply } from './reply';

export const EVENT_STREAM = 'text/event-stream';

/** An answer that stays open: whoever has something to tell writes it there when it comes. */
export class OpenEnded {
  constructor(
    /** Called once, when the head of the answer is on its way; from then on the writable is the caller's to end. */
    readonly begin: (to: Writable) => void,
  ) {}
}

/**
 * Server-sent events, written bit by bit. A stream that has ended leaves no connection behind: whoever was cut off, or sent
 * elsewhere, comes back on a new one.
 */
export function eventStream(begin: (to: Writable) => void): Reply<OpenEnded> {
  return new Reply(new OpenEnded(begin), {
    contentType: EVENT_STREAM,
    cacheControl: 'no-cache',
    headers: { 'X-Accel-Buffering': 'no', Connection: 'close' },
  });
}
