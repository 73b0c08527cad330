import { crc32 } from 'node:zlib';
import { SPELLING_RULES } from '../names/street-name';
import type { Directory, EditionInfo, SectionName, Sections } from './edition-format';
import {
  BYTE_ORDER_MARK,
  bytesPerElement,
  FORMAT_VERSION,
  HEADER_BYTES,
  MAGIC,
  SECTIONS,
  viewSection,
} from './edition-format';

const ALIGNMENT = 8;
const CHECKSUM_AT = 20;
const SECTION_NAMES = Object.keys(SECTIONS) as SectionName[];
const BUILD_AGAIN = 'Build it again with `klopt register build`.';

/** An edition that cannot be used; the message says what is wrong and what to do. */
export class EditionError extends Error {
  override name = 'EditionError';
}

export function encodeEdition(info: EditionInfo, sections: Sections): Uint8Array {
  const placed = SECTION_NAMES.map((name) => ({ name, offset: 0, length: sections[name].length }));
  const directoryBytes =
    Buffer.byteLength(JSON.stringify({ info, spelling: SPELLING_RULES, sections: placed })) +
    placed.length * 12;
  let end = aligned(HEADER_BYTES + directoryBytes);
  for (const section of placed) {
    section.offset = end;
    end = aligned(end + section.length * bytesPerElement(section.name));
  }
  const bytes = new Uint8Array(end);
  const directory = JSON.stringify({ info, spelling: SPELLING_RULES, sections: placed } satisfies Directory);
  bytes.fill(0x20, HEADER_BYTES, HEADER_BYTES + directoryBytes);
  bytes.set(Buffer.from(directory), HEADER_BYTES);
  for (const { name, offset, length } of placed)
    viewSection(name, bytes.buffer, offset, length).set(sections[name]);
  writeHeader(bytes, directoryBytes);
  return bytes;
}

function writeHeader(bytes: Uint8Array, directoryBytes: number): void {
  bytes.set(Buffer.from(MAGIC, 'latin1'), 0);
  // In the machine's own order, like the sections: the byte order mark tells a reader of another order.
  new Uint32Array(bytes.buffer, 8, 4).set([FORMAT_VERSION, BYTE_ORDER_MARK, directoryBytes, 0]);
  new Float64Array(bytes.buffer, 24, 1)[0] = bytes.length;
  new Uint32Array(bytes.buffer, CHECKSUM_AT, 1)[0] = checksumOf(bytes);
}

/** CRC-32 of every byte but the checksum's own. */
function checksumOf(bytes: Uint8Array): number {
  return crc32(bytes.subarray(CHECKSUM_AT + 4), crc32(bytes.subarray(0, CHECKSUM_AT)));
}

/** The parts of an edition as views on its bytes. Throws EditionError where it is not whole or not of this version. */
export function decodeEdition(bytes: ArrayBuffer): { info: EditionInfo; sections: Sections } {
  const directoryBytes = checkHeader(bytes);
  const { info, spelling, sections } = JSON.parse(
    Buffer.from(bytes, HEADER_BYTES, directoryBytes).toString('utf8'),
  ) as Directory;
  const names = sections.map(({ name }) => name);
  const missing = SECTION_NAMES.filter((name) => !names.includes(name));
  if (missing.length > 0 || names.length > SECTION_NAMES.length) {
    throw new EditionError(`Another version of klopt built it, with other sections. ${BUILD_AGAIN}`);
  }
  if (spelling !== SPELLING_RULES) {
    throw new EditionError(`It was built with other rules of spelling. ${BUILD_AGAIN}`);
  }
  const views: unknown = Object.fromEntries(
    sections.map(({ name, offset, length }) => [
      name,
      viewSection(name as SectionName, bytes, offset, length),
    ]),
  );
  return { info, sections: views as Sections };
}

/** Returns the length of the directory in bytes. */
function checkHeader(bytes: ArrayBuffer): number {
  if (bytes.byteLength < HEADER_BYTES)
    throw new EditionError(`It is too short to be an edition. ${BUILD_AGAIN}`);
  if (Buffer.from(bytes, 0, MAGIC.length).toString('latin1') !== MAGIC) {
    throw new EditionError(
      'It is not an edition of the register: give the file that `klopt register build` wrote.',
    );
  }
  const [version, mark, directoryBytes, checksum] = new Uint32Array(bytes, 8, 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  if (mark !== BYTE_ORDER_MARK) {
    throw new EditionError(
      `It was built on a machine of another byte order. Build it on a machine like this one.`,
    );
  }
  if (version !== FORMAT_VERSION) {
    throw new EditionError(
      `It has format version ${version}, this klopt reads ${FORMAT_VERSION}. ${BUILD_AGAIN}`,
    );
  }
  const expected = new Float64Array(bytes, 24, 1)[0] ?? 0;
  if (bytes.byteLength !== expected) {
    throw new EditionError(
      `It has ${bytes.byteLength} bytes where ${expected} were written: it is truncated. ${BUILD_AGAIN}`,
    );
  }
  if (checksumOf(new Uint8Array(bytes)) !== checksum) {
    throw new EditionError(`Its checksum is wrong: it was damaged. Copy or build it again.`);
  }
  return directoryBytes;
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
