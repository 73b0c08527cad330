import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { openBytes, openFile, type ByteSource, type ZipEntry } from './zip-file';

/** zlib's 16 KB would cross between threads a million times for the nation. */
const INFLATED_CHUNK_BYTES = 1 << 18;
/** A municipal extract's inner zips are smaller than this; a national one's are stored, not deflated. */
const LARGEST_IN_MEMORY_BYTES = 64 << 20;

type EntryContent = Pick<ZipEntry, 'name' | 'size' | 'crc32' | 'isStored'>;

/** The inflated bytes of an entry. Throws an Error that names it where they are cut short or not what was packed. */
export async function* inflate(entry: EntryContent, packed: Readable): AsyncGenerator<Buffer> {
  let size = 0;
  let checksum = 0;
  const content = entry.isStored ? packed : inflated(packed);
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      size += chunk.length;
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${entry.name}: damaged after byte ${size} of ${entry.size}: ${why}`, { cause: error });
  }
  if (size !== entry.size) throw new Error(`${entry.name}: ends after byte ${size} of ${entry.size}`);
  if (checksum !== entry.crc32)
    throw new Error(`${entry.name}: its ${size} bytes do not match their checksum`);
}

function inflated(packed: Readable): Readable {
  const inflater = createInflateRaw({ chunkSize: INFLATED_CHUNK_BYTES });
  packed.on('error', (error) => inflater.destroy(error));
  return packed.pipe(inflater);
}

/**
 * A zip within a zip as a place to read from: in place where it is stored, as the national file's are. A deflated one
 * cannot be read from its end, where its directory is: it is inflated first, in memory or, where large, into a temporary
 * file (under TMPDIR) that is removed on close.
 */
export async function openInnerZip(entry: ZipEntry): Promise<ByteSource> {
  if (entry.isStored) return entry.inPlace();
  const content = inflate(entry, await entry.stream());
  if (entry.size > LARGEST_IN_MEMORY_BYTES) return spool(entry.name, content);
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return openBytes(entry.name, Buffer.concat(chunks));
}

async function spool(name: string, content: AsyncGenerator<Buffer>): Promise<ByteSource> {
  const folder = await mkdtemp(join(tmpdir(), 'klopt-extract-'));
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'inner.zip');
    await pipeline(content, createWriteStream(path));
    const file = await openFile(path);
    return { ...file, name, close: () => file.close().then(discard) };
  } catch (error) {
    await discard();
    throw error;
  }
}
