/**
 * An edition is one file: a header of fixed size, a directory in JSON, and sections of raw numbers, each on an
 * 8-byte boundary, that are used in place.
 *
 *   0  "KLOPTREG"                     16  bytes of the directory (uint32)
 *   8  format version (uint32)        20  CRC-32 of all other bytes (uint32)
 *  12  byte order mark (uint32)       24  bytes of the whole file (float64)
 *  32  directory, padded with spaces; then the sections
 */
export const MAGIC = 'KLOPTREG';
export const FORMAT_VERSION = 1;
export const BYTE_ORDER_MARK = 0x01020304;
export const HEADER_BYTES = 32;

const SECTION_TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array } as const;
type SectionType = keyof typeof SECTION_TYPES;

/** Every section of an edition and the type of its numbers. `…Start` sections hold one more entry than their owner. */
export const SECTIONS = {
  /** Texts are UTF-8 bytes with the start of each. */
  placeNameStart: 'u32',
  placeNameBytes: 'u8',
  streetNameStart: 'u32',
  streetNameBytes: 'u8',
  /** Keys are ASCII and sorted, so that a key is found by halving and those with one beginning lie together. */
  keyStart: 'u32',
  keyBytes: 'u8',
  /** Streets are sorted by place, then key. */
  placeStreetStart: 'u32',
  streetName: 'u32',
  streetKey: 'u32',
  streetPlace: 'u16',
  /** The shape of each street's key (KeyShape), by which a town's streets are scanned. */
  streetMask: 'i32',
  streetHead: 'i32',
  streetOutline: 'i32',
  streetsByKey: 'u32',
  /** Segments (a street's part under one postcode) are sorted by postcode; those without one come last. */
  districtSegmentStart: 'u32',
  segmentLetters: 'u16',
  segmentStreet: 'u32',
  streetSegmentStart: 'u32',
  streetSegments: 'u32',
  /** House numbers as runs: start, step and whether additions are known in `runHead`, how many in `runLength`. */
  segmentRunStart: 'u32',
  runHead: 'u32',
  runLength: 'u16',
  /** Numbers that have additions, by segment; the additions of many numbers are the same set. Empty without any. */
  segmentAdditionStart: 'u32',
  additionNumber: 'u32',
  additionSet: 'u32',
  setStart: 'u32',
  setMember: 'u32',
  additionTextStart: 'u32',
  additionTextBytes: 'u8',
  /** Short and former names, sorted by street. */
  otherNameStreet: 'u32',
  otherNameName: 'u32',
  otherNameKey: 'u32',
  otherNameKind: 'u8',
  /** Former postcodes and the segments that their addresses lie in now, sorted by postcode. */
  formerPostcode: 'u32',
  formerSegment: 'u32',
  /** Micro-degrees, one position a segment; empty without coordinates. */
  segmentLatitude: 'i32',
  segmentLongitude: 'i32',
  investigatedStreet: 'u32',
  investigatedSegment: 'u32',
  investigatedNumber: 'u32',
} as const satisfies Record<string, SectionType>;

export type SectionName = keyof typeof SECTIONS;
interface SectionArrays {
  u8: Uint8Array;
  u16: Uint16Array;
  u32: Uint32Array;
  i32: Int32Array;
}
export type Sections = { readonly [name in SectionName]: SectionArrays[(typeof SECTIONS)[name]] };

/** Kinds of other names, as otherNameKind stores them: the official short form, an earlier name, a Dutch street type. */
export const OTHER_NAME_KINDS = ['short', 'former', 'dutch'] as const;
export type OtherNameKind = (typeof OTHER_NAME_KINDS)[number];

export interface EditionCounts {
  places: number;
  streets: number;
  postcodes: number;
  segments: number;
  houseNumbers: number;
  addresses: number;
  addressesWithoutPostcode: number;
}

/** What an edition says of itself. */
export interface EditionInfo {
  /** Short name that answers refer to: the date of its data. */
  edition: string;
  /** ISO date of the data, from the source, or of the build where the source gives none. */
  date: string;
  /** What it was compiled from, as in "BAG 2.0 extract". */
  source: string;
  /** A fictional register that ships with the project. */
  sample: boolean;
  builtAt: string;
  counts: EditionCounts;
}

export interface Directory {
  info: EditionInfo;
  /** SPELLING_RULES of its keys. */
  spelling: number;
  sections: { name: string; offset: number; length: number }[];
}

// A run's head: 17 bits of start, 1 bit "additions known", 14 bits of step.
const START_BITS = 17;
const KNOWN_BIT = 1 << START_BITS;
export const HIGHEST_HOUSE_NUMBER = 99_999;
export const LONGEST_STEP = (1 << 14) - 1;

export function runHead(start: number, step: number, additionsKnown: boolean): number {
  return ((step << (START_BITS + 1)) | (additionsKnown ? KNOWN_BIT : 0) | start) >>> 0;
}

export function runStartOf(head: number): number {
  return head & (KNOWN_BIT - 1);
}

export function runStepOf(head: number): number {
  return head >>> (START_BITS + 1);
}

export function additionsKnownIn(head: number): boolean {
  return (head & KNOWN_BIT) !== 0;
}

/** A view of the right type on a section's bytes; the bytes are used where they lie. */
export function viewSection<Name extends SectionName>(
  name: Name,
  buffer: ArrayBuffer,
  offset: number,
  length: number,
): Sections[Name] {
  return new SECTION_TYPES[SECTIONS[name]](buffer, offset, length) as Sections[Name];
}

/** Bytes of one number of a section. */
export function bytesPerElement(name: SectionName): number {
  return SECTION_TYPES[SECTIONS[name]].BYTES_PER_ELEMENT;
}
