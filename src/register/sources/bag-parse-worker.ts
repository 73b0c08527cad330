import { Readable } from 'node:stream';
import { parentPort } from 'node:worker_threads';
import { parsePart } from './bag-part-source';
import type { BagPartKind } from './bag-part-name';
import type { BagRows } from './bag-rows';
import { inflate } from './zip-entry-source';

/** One file for a parser thread: its bytes as they stand in the zip, and what they must turn out to be. */
export interface ParseRequest {
  kind: BagPartKind;
  day: string;
  entry: { name: string; size: number; crc32: number; isStored: boolean };
  packed: Uint8Array;
}

export type ParseResponse = { rows: BagRows } | { failure: string };

parentPort?.on('message', (request: ParseRequest) => {
  void answer(request).then((response) => parentPort?.postMessage(response, columnsOf(response)));
});

async function answer({ kind, day, entry, packed }: ParseRequest): Promise<ParseResponse> {
  try {
    const content = inflate(entry, Readable.from([Buffer.from(packed.buffer)]));
    return { rows: await parsePart({ name: entry.name, kind }, day, content) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** Columns change threads without a copy. */
function columnsOf(response: ParseResponse): ArrayBuffer[] {
  if ('failure' in response) return [];
  return Object.values(response.rows).flatMap((column: unknown) =>
    ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : [],
  );
}
