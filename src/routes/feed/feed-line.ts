/** What a line writes to. */
export interface Receiver {
  /** What is written and not taken yet, in bytes. */
  readonly writableLength: number;
  readonly writableEnded: boolean;
  write(bytes: Buffer): boolean;
  end(): unknown;
  destroy(): unknown;
  once(event: 'close', then: () => void): this;
  on(event: 'error', then: () => void): this;
}

/** One device, or someone at the desk, that follows a route's feed on an open connection. */
export interface FeedLine {
  readonly to: Receiver;
  /** Whose token it came with. */
  readonly keyId: string;
  readonly isDevice: boolean;
  /** The last entry that was written to it. */
  seq: number;
  /** Whether it took nothing more when last looked. */
  wasFull: boolean;
}

/** What is written and not taken yet, from which a line gets nothing more until it has been. */
export const FULL_BYTES = 256 * 1024;

/** Whether a line takes what is written to it. */
export function isFull({ to }: FeedLine): boolean {
  return to.writableLength > FULL_BYTES;
}

/** An entry of a feed as a line gets it, written once for all lines. */
export interface Written {
  seq: number;
  bytes: Buffer;
  /** It carries something that a driver has to answer. */
  isInstruction: boolean;
}
