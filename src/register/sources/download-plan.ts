/** What an answer of the server means for the bytes that are already there. */
export type DownloadStep =
  | { kind: 'append'; totalBytes: number }
  | { kind: 'restart'; totalBytes: number | null }
  | { kind: 'complete' }
  | { kind: 'discard'; why: string }
  | { kind: 'retry'; why: string }
  | { kind: 'refused'; why: string };

export interface ServerAnswer {
  status: number;
  contentRange: string | null;
  contentLength: string | null;
}

/** Worth asking again: the server, or something before it, is at a loss for a moment. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Decides by RFC 9110 §14 (Range, If-Range) what to do with an answer when `bytesHeld` were asked to be continued. */
export function planDownload(
  { status, contentRange, contentLength }: ServerAnswer,
  bytesHeld: number,
): DownloadStep {
  const why = `the server answered ${status}`;
  if (status === 200)
    return { kind: 'restart', totalBytes: contentLength === null ? null : Number(contentLength) };
  if (status === 206) return planRest(contentRange, bytesHeld);
  if (status === 416) return planNoRest(contentRange, bytesHeld);
  return passing.has(status) ? { kind: 'retry', why } : { kind: 'refused', why };
}

function planRest(contentRange: string | null, bytesHeld: number): DownloadStep {
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(contentRange ?? '') ?? [];
  return Number(start) === bytesHeld
    ? { kind: 'append', totalBytes: Number(total) }
    : { kind: 'discard', why: 'the server continued at another byte than it was asked to' };
}

function planNoRest(contentRange: string | null, bytesHeld: number): DownloadStep {
  const [, total] = /^bytes \*\/(\d+)$/.exec(contentRange ?? '') ?? [];
  return Number(total) === bytesHeld
    ? { kind: 'complete' }
    : { kind: 'discard', why: 'the file is now shorter than what was downloaded of it' };
}

/**
 * What If-Range may name: a strong ETag, else the time of the last change. null where the server gives neither, and a part
 * cannot be continued safely.
 */
export function validatorOf(etag: string | null, lastModified: string | null): string | null {
  return etag?.startsWith('"') === true ? etag : lastModified;
}
