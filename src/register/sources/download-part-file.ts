import { createWriteStream } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
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

  /**
   * Takes up what an earlier download to `out` left: its part `<out>.part`, or else the whole file where its version is
   * known, so that it is fetched anew only if it has changed; or nothing.
   */
  static async takeUp(out: string): Promise<PartFile> {
    const path = `${out}.part`;
    if ((await sizeOf(path)) === 0 && (await sizeOf(notePath(out))) > 0) await moveWithNote(out, path);
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

  /** The part is whole: it becomes the file `out`. */
  async complete(out: string): Promise<void> {
    await rm(notePath(out), { force: true });
    await moveWithNote(this.path, out);
  }

  async discard(): Promise<void> {
    await removeDownload(this.path);
  }

  private async forgetVersion(): Promise<void> {
    await rm(notePath(this.path), { force: true });
  }
}

/** Removes a downloaded file and the note of its version. */
export async function removeDownload(path: string): Promise<void> {
  await rm(notePath(path), { force: true });
  await rm(path, { force: true });
}

/** The file goes last: a file beside another's note would be taken for that version. */
async function moveWithNote(from: string, to: string): Promise<void> {
  await rename(notePath(from), notePath(to)).catch(ignoreAbsence);
  await rename(from, to).catch(ignoreAbsence);
}

function ignoreAbsence(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
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
