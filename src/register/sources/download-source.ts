import { setTimeout as wait } from 'node:timers/promises';
import type { ReadableStream } from 'node:stream/web';
import { isNativeError } from 'node:util/types';
import { planDownload, validatorOf, type DownloadStep } from './download-plan';
import { PartFile } from './download-part-file';
import { SourceError } from './source-error';
import { openFile, readZip } from './zip-file';

export const OFFICIAL_EXTRACT_URL =
  'https://service.pdok.nl/kadaster/adressen/atom/v1_0/downloads/lvbag-extract-nl.zip';

export interface DownloadOptions {
  url?: string;
  /** Where the zip will stand once it is whole; until then `<out>.part` grows. */
  out: string;
  /** First with what is there already. bytesTotal is null where the server does not tell. */
  onProgress: (bytesDone: number, bytesTotal: number | null) => void;
  /** Told before each wait. */
  onFailure?: (failure: string, delayMs: number) => void;
  signal?: AbortSignal;
  /** Waits before each new try; a try that brought bytes begins them anew. */
  retryDelaysMs?: readonly number[];
}

const usualRetryDelaysMs = [1_000, 2_000, 5_000, 15_000, 30_000, 60_000];

type Outcome = 'whole' | { failure: string; bytes: number };

/**
 * Fetches the official extract. Continues where an earlier call or a dropped connection left off, unless the file has changed
 * since; a file at `out` that an earlier call left is fetched again only if it has changed. Throws a SourceError with the URL
 * and what to do where the server refuses, goes on failing, the disk is full, it is told to stop, or what came is no zip; the
 * part is kept wherever it can be continued.
 */
export async function downloadExtract(options: DownloadOptions): Promise<void> {
  const { url = OFFICIAL_EXTRACT_URL, out, signal } = options;
  const part = await PartFile.takeUp(out);
  try {
    await fetchWhole(url, part, options);
    await refuseWhatIsNoZip(url, part);
    signal?.throwIfAborted();
  } catch (error) {
    if (signal?.aborted === true) throw new SourceError(`Stopped. ${kept(part)}`, { cause: error });
    throw error;
  }
  await part.complete(out);
}

async function fetchWhole(url: string, part: PartFile, options: DownloadOptions): Promise<void> {
  const { onFailure, retryDelaysMs = usualRetryDelaysMs, signal } = options;
  for (let tries = 0; ; tries++) {
    const outcome = await tryOnce(url, part, options);
    if (outcome === 'whole') return;
    if (outcome.bytes > 0) tries = 0;
    const delay = retryDelaysMs[tries];
    if (delay === undefined) throw new SourceError(`${url}: ${outcome.failure}. ${kept(part)}`);
    onFailure?.(outcome.failure, delay);
    await wait(delay, undefined, { signal });
  }
}

function kept({ bytes, path }: PartFile): string {
  return `${bytes} bytes are kept in ${path}: run it again to go on.`;
}

async function tryOnce(
  url: string,
  part: PartFile,
  { signal, onProgress }: DownloadOptions,
): Promise<Outcome> {
  const before = part.bytes;
  try {
    const response = await fetch(url, { headers: headersFor(part), signal: signal ?? null });
    const step = stepOf(response, part.bytes);
    return await follow(step, { url, part, response, onProgress });
  } catch (error) {
    if (signal?.aborted === true || error instanceof DownloadRefused) throw error;
    if (isDiskFull(error)) {
      const full = `${part.path}: the disk is full after ${part.bytes} bytes: make room and run it again.`;
      throw new SourceError(full, { cause: error });
    }
    return { failure: reasonOf(error), bytes: part.bytes - before };
  }
}

interface Transfer {
  url: string;
  part: PartFile;
  response: Response;
  onProgress: DownloadOptions['onProgress'];
}

/** Does what the answer means; throws DownloadRefused where to ask again would not help. */
async function follow(step: DownloadStep, transfer: Transfer): Promise<Outcome> {
  const { url, part, response } = transfer;
  if (step.kind === 'restart') {
    await part.restart(validatorOf(response.headers.get('etag'), response.headers.get('last-modified')));
  }
  if (step.kind === 'restart' || step.kind === 'append') return receive(step.totalBytes, transfer);
  await response.body?.cancel();
  if (step.kind === 'complete') return 'whole';
  if (step.kind === 'refused') throw new DownloadRefused(`${url}: ${step.why}: check the address.`);
  if (step.kind === 'discard') await part.restart(null);
  return { failure: step.why, bytes: 0 };
}

async function receive(
  totalBytes: number | null,
  { part, response, onProgress }: Transfer,
): Promise<Outcome> {
  const before = part.bytes;
  const body = response.body as ReadableStream<Uint8Array> | null;
  onProgress(before, totalBytes);
  if (body !== null) await part.append(body, (bytes) => onProgress(bytes, totalBytes));
  if (totalBytes === null || part.bytes === totalBytes) return 'whole';
  return {
    failure: `the connection ended at byte ${part.bytes} of ${totalBytes}`,
    bytes: part.bytes - before,
  };
}

/** identity: a compressed transfer would have another length than the file. */
function headersFor({ bytes, validator }: PartFile): Record<string, string> {
  const plain = { 'accept-encoding': 'identity' };
  return bytes > 0 && validator !== null
    ? { ...plain, range: `bytes=${bytes}-`, 'if-range': validator }
    : plain;
}

function stepOf({ status, headers }: Response, bytesHeld: number): DownloadStep {
  const answer = {
    status,
    contentRange: headers.get('content-range'),
    contentLength: headers.get('content-length'),
  };
  return planDownload(answer, bytesHeld);
}

async function refuseWhatIsNoZip(url: string, part: PartFile): Promise<void> {
  const file = await openFile(part.path);
  try {
    await readZip(file);
  } catch (error) {
    await part.discard();
    throw new SourceError(
      `${url}: what came (${file.size} bytes) is not a whole zip file, and was removed.`,
      {
        cause: error,
      },
    );
  } finally {
    await file.close();
  }
}

class DownloadRefused extends SourceError {}

function isDiskFull(error: unknown): boolean {
  return isNativeError(error) && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

/** fetch says "fetch failed", and what it was in the cause. */
function reasonOf(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  return isNativeError(error.cause) ? error.cause.message : error.message;
}
