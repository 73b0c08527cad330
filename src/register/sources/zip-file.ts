import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import yauzl from 'yauzl';

/** Bytes that can be read from any place: a file, a part of one, or memory. */
export interface ByteSource {
  /** For errors: "extract.zip > inner.zip". */
  name: string;
  size: number;
  /** `end` is exclusive. */
  stream: (start: number, end: number) => Readable;
  close: () => Promise<void>;
}

export interface ZipEntry {
  /** For errors: "extract.zip > inner.zip > file.xml". */
  name: string;
  path: string;
  size: number;
  compressedSize: number;
  crc32: number;
  isStored: boolean;
  /** The bytes as they stand in the zip, not inflated. */
  stream: () => Promise<Readable>;
  /** A stored entry in place, without a copy. */
  inPlace: () => Promise<ByteSource>;
}

/** Inner zips and members are megabytes: fewer and larger reads. */
const READ_BYTES = 1 << 20;

export async function openFile(path: string): Promise<ByteSource> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    name: path,
    size,
    stream: (start, end) => Readable.from(readRange(file, start, end), { objectMode: false }),
    close: () => file.close(),
  };
}

/** Not fs.createReadStream: to destroy one closes the file under every other reader. */
async function* readRange(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end;) {
    const chunk = Buffer.allocUnsafe(Math.min(READ_BYTES, end - at));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
    if (bytesRead === 0) return;
    yield chunk.subarray(0, bytesRead);
    at += bytesRead;
  }
}

export function openBytes(name: string, bytes: Buffer): ByteSource {
  return {
    name,
    size: bytes.length,
    stream: (start, end) => Readable.from([bytes.subarray(start, end)]),
    close: () => Promise.resolve(),
  };
}

/** The entries of a zip, by its central directory. Throws an Error that names the zip where it is damaged or cut short. */
export async function readZip(source: ByteSource): Promise<ZipEntry[]> {
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      autoClose: false,
    });
    const entries: ZipEntry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(describe(source, zip, entry));
    return entries;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${source.name}: not a whole zip file (${source.size} bytes): ${why}`, { cause: error });
  }
}

class SourceReader extends yauzl.RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.source.stream(start, end);
  }
}

function describe(source: ByteSource, zip: yauzl.ZipFile, entry: yauzl.Entry): ZipEntry {
  const name = `${source.name} > ${entry.fileName}`;
  const inPlace = async (): Promise<ByteSource> => {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    return {
      name,
      size: entry.compressedSize,
      stream: (start, end) => source.stream(fileDataStart + start, fileDataStart + end),
      close: () => Promise.resolve(),
    };
  };
  return {
    name,
    path: entry.fileName,
    size: entry.uncompressedSize,
    compressedSize: entry.compressedSize,
    crc32: entry.crc32,
    isStored: entry.compressionMethod === 0,
    stream: () => zip.openReadStreamPromise(entry, { decodeFileData: false }),
    inPlace,
  };
}
