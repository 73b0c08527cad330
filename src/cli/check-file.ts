import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline as connect, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CommandFailed } from './command-failed';

/** A list that is read, and how far it has been read. */
export interface OpenedList {
  name: string;
  bytes: AsyncIterable<Buffer>;
  /** 0 where it is not known. */
  bytesTotal: number;
  bytesDone: () => number;
}

/** Opens a list to be read from a file, gzipped or not, or from the standard input ("-"). */
export function openList(path: string): OpenedList {
  if (path === '-') {
    return { name: 'standard input', bytes: process.stdin, bytesTotal: 0, bytesDone: () => 0 };
  }
  const bytesTotal = sizeOf(path);
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  // What breaks ends the last of the two, whose reader then tells.
  const bytes = path.endsWith('.gz') ? connect(file, createGunzip(), () => undefined) : file;
  return { name: path, bytes, bytesTotal, bytesDone: () => file.bytesRead };
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw new CommandFailed(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? ''}).`);
  }
}

/** @throws CommandFailed where nothing can be written there, or it is the list itself, rather than when all is done */
export function refuseUnwritable(out: string, list: string): void {
  if (existsSync(out) && existsSync(list) && realpathSync(out) === realpathSync(list))
    throw new CommandFailed(
      `${out} is the list itself: name another file with --out, so that nothing of it is lost.`,
    );
  try {
    accessSync(dirname(out), constants.W_OK);
  } catch (error) {
    throw notWritable(out, error);
  }
}

/** Writes a text to the file, or to the standard output where there is none. */
export async function writeList(out: string | undefined, text: Readable): Promise<void> {
  if (out === undefined) await writeTo(process.stdout, text);
  else await writeWhole(out, text);
}

/** Under its own name the file is the old one or the whole new one, never half of it. */
async function writeWhole(out: string, text: Readable): Promise<void> {
  const temporary = `${out}.${String(process.pid)}.part`;
  try {
    await pipeline(text, createWriteStream(temporary, { flush: true }));
    await rename(temporary, out);
  } catch (error) {
    const { path, syscall } = error as NodeJS.ErrnoException;
    const isOfOut = path === temporary || syscall === 'write' || syscall === 'rename';
    throw isOfOut ? notWritable(out, error) : error;
  } finally {
    await rm(temporary, { force: true });
  }
}

function notWritable(out: string, error: unknown): CommandFailed {
  return new CommandFailed(`${out} cannot be written (${(error as NodeJS.ErrnoException).code ?? ''}).`);
}

async function writeTo(output: Writable, text: Readable): Promise<void> {
  try {
    await pipeline(text, output, { end: false });
  } catch (error) {
    // Whoever reads may have seen enough, as head(1) does.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
