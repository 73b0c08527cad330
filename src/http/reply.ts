import type { Readable } from 'node:stream';
import type { FlatHeaders } from './security-headers';

export interface ReplyOptions {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** JSON unless told otherwise; text, bytes and streams are then sent as they are. */
  contentType?: string;
  /** `no-store` unless told otherwise. */
  cacheControl?: string;
  /** The security headers of a page, in place of those of data. */
  security?: FlatHeaders;
}

/** What a handler returns where a body alone does not say it all. */
export class Reply<Body> {
  constructor(
    readonly body: Body,
    readonly options: ReplyOptions = {},
  ) {}
}

/** An answer with a status, headers or a content type of its own. */
export function reply<Body>(body: Body, options: ReplyOptions): Reply<Body> {
  return new Reply(body, options);
}

/** An answer that comes bit by bit, such as lines of NDJSON. */
export function streamed(stream: Readable, contentType: string): Reply<Readable> {
  return new Reply(stream, { contentType });
}
