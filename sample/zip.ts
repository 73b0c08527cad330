import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface ZipContent {
  path: string;
  content: string | Buffer;
  /** Whether it stays as it is, as zips in a zip do; what is not stored is deflated. */
  stored?: boolean;
}

/** A zip whose bytes depend on nothing but its contents: every entry bears the same local time, in any time zone. */
export async function zip(contents: readonly ZipContent[], day = '2000-01-01'): Promise<Buffer> {
  const file = new ZipFile();
  const mtime = new Date(`${day}T12:00:00`);
  for (const { path, content, stored } of contents) {
    const options = { mtime, compress: stored !== true, forceDosTimestamp: true };
    file.addBuffer(Buffer.from(content), path, options);
  }
  file.end();
  return buffer(file.outputStream);
}
