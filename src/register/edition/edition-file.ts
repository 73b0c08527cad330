import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Edition } from './edition';
import { decodeEdition, EditionError, encodeEdition } from './edition-bytes-file';
import type { EditionInfo, Sections } from './edition-format';
import { removeLeftovers, temporaryPath } from './edition-leftovers-file';

/** Makes the folder of an edition. Throws EditionError where nothing can be written there: before the work, not after it. */
export function prepareFolder(path: string): void {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new EditionError(
      `The edition ${path} cannot be written (${code}): choose a folder that this user may write to.`,
    );
  }
}

/**
 * Writes an edition so that the path holds either the old file or the whole new one: to a temporary name beside it,
 * synced, renamed, and the folder synced. Removes what killed builds of it left. Returns the size in bytes.
 */
export function writeEdition(path: string, info: EditionInfo, sections: Sections): number {
  const bytes = encodeEdition(info, sections);
  const temporary = temporaryPath(path);
  removeLeftovers(path);
  try {
    const file = openSync(temporary, 'w');
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(dirname(path));
  return bytes.length;
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Reads an edition. Throws EditionError, with a sentence that says what to do, where it cannot be used. */
export function readEdition(path: string): Edition {
  const { info, sections } = decode(path, readBytes(path));
  return new Edition(info, sections);
}

/** As readEdition, for a running service: only the 25 ms for the nation that checksum and keys take are not spent waiting. */
export async function loadEdition(path: string): Promise<Edition> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const { info, sections } = decode(path, ownBuffer(bytes));
  return new Edition(info, sections);
}

export interface EditionDescription {
  info: EditionInfo;
  bytes: number;
  sections: { name: string; bytes: number }[];
}

/** What an edition says of itself, and what takes its room. Throws EditionError as readEdition does. */
export function describeEdition(path: string): EditionDescription {
  const file = readBytes(path);
  const { info, sections } = decode(path, file);
  return {
    info,
    bytes: file.byteLength,
    sections: Object.entries(sections).map(([name, section]) => ({ name, bytes: section.byteLength })),
  };
}

function decode(path: string, bytes: ArrayBuffer): { info: EditionInfo; sections: Sections } {
  try {
    return decodeEdition(bytes);
  } catch (error) {
    if (error instanceof EditionError)
      throw new EditionError(`The edition ${path} cannot be used. ${error.message}`);
    throw error;
  }
}

function readBytes(path: string): ArrayBuffer {
  try {
    return ownBuffer(readFileSync(path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** A file under 8 KB lies in a shared pool: sections must start where the buffer does. */
function ownBuffer({ buffer, byteOffset, byteLength }: Buffer<ArrayBuffer>): ArrayBuffer {
  return byteOffset === 0 && buffer.byteLength === byteLength
    ? buffer
    : buffer.slice(byteOffset, byteOffset + byteLength);
}

function unreadable(path: string, error: unknown): EditionError {
  const { code } = error as NodeJS.ErrnoException;
  const reason =
    code === 'ENOENT' ? 'There is no such file' : `It cannot be read (${code ?? 'unknown error'})`;
  return new EditionError(
    `The edition ${path} cannot be used. ${reason}: build one with \`klopt register build SOURCE --out ${path}\`, or set KLOPT_REGISTER to another.`,
  );
}
