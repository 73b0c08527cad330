import type { Edition } from '../../src/register/edition/edition';
import { parsePostcode } from '../../src/register/names/postcode';
import type { RegisterSink } from '../../src/register/sources/register-sink';
import { editionOf } from './edition-of';

/** A street's part under one postcode (null for none), as a test writes it down. */
export interface StreetRow {
  place: string;
  street: string;
  postcode: string | null;
  /** 12, or with its addition "12 A". */
  numbers: readonly (number | string)[];
  /** False where nothing is known of additions. */
  additionsKnown?: boolean;
  shortName?: string;
  formerName?: string;
  formerPostcode?: string;
  underInvestigation?: readonly number[];
}

/** A register of these streets, written to bytes and read back. */
export function registerOf(rows: readonly StreetRow[]): Edition {
  return editionOf((sink) => rows.forEach((row) => deliverRow(sink, row)));
}

/** Every second number, from the first to the last. */
export function everySecond(first: number, last: number): number[] {
  return Array.from({ length: (last - first) / 2 + 1 }, (_, index) => first + 2 * index);
}

function deliverRow(sink: RegisterSink, row: StreetRow): void {
  const { shortName, formerName, formerPostcode, underInvestigation = [], additionsKnown = true } = row;
  const street = sink.street(sink.place(row.place), row.street, shortName === undefined ? {} : { shortName });
  const postcode = codeOf(row.postcode);
  for (const written of row.numbers) {
    const [number = '', addition = ''] = String(written).split(' ');
    const houseNumber = Number(number);
    sink.address({
      street,
      postcode,
      houseNumber,
      addition: additionsKnown ? addition : null,
      underInvestigation: underInvestigation.includes(houseNumber),
    });
  }
  if (formerName !== undefined) sink.formerStreetName(street, formerName);
  if (formerPostcode !== undefined) sink.formerPostcode(codeOf(formerPostcode), street, postcode);
}

function codeOf(postcode: string | null): number {
  return postcode === null ? 0 : (parsePostcode(postcode) ?? 0);
}
