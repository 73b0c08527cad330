import { createWriteStream } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** The bytes of a download that have come so far, and beside them a note of which version of the file they are. */
export class PartFile {
  private constructor(
    readonly path: string,
    public bytes: number,
    /** What If-Range must name to go on from here; null where this version cannot be told from another. */
    public validator: string | null,
  ) {}

  /** Takes up what an earlier download left at `path`, or nothing. */
  static async open(path: string): Promise<PartFile> {
    const validator = await readFile(notePath(path), 'utf8').catch(() => null);
    return new PartFile(path, await sizeOf(path), validator);
  }

  /** Empties it for a version with this validator. */
  async restart(validator: string | null): Promise<void> {
    await this.forgetVersion();
    await writeFile(this.path, '');
    if (validator !== null) await writeFile(notePath(this.path), validator);
    this.bytes = 0;
    this.validator = validator;
  }

  /** Appends a body as it comes. Where it breaks off, what reached the disk counts. */
  async append(body: ReadableStream<Uint8Array>, onBytes: (bytes: number) => void): Promise<void> {
    let arrived = this.bytes;
    const counting = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        yield chunk;
        arrived += chunk.length;
        onBytes(arrived);
      }
    };
    try {
      await pipeline(Readable.fromWeb(body), counting, createWriteStream(this.path, { flags: 'a' }));
    } finally {
      this.bytes = await sizeOf(this.path);
    }
  }

  /** To be called once the part has become the file. */
  async forgetVersion(): Promise<void> {
    await rm(notePath(this.path), { force: true });
  }

  async discard(): Promise<void> {
    await this.forgetVersion();
    await rm(this.path, { force: true });
  }
}

function notePath(path: string): string {
  return `${path}.version`;
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
