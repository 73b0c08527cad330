import { isAscii } from '../register/names/fold';
import type { AddressLine, LineReading } from '../register/names/address-line';
import { splitAddressLine } from '../register/names/address-line';
import { parseHouseNumber, trimSeparators } from '../register/names/house-number';
import type { PostcodeCode } from '../register/names/postcode';
import { parsePostcode } from '../register/names/postcode';
import type { EnteredAddress } from './address';
import { findNonDoor } from './non-door';

/** An entry made ready to be judged: what was typed, in parts, '' where absent. */
export interface Entry {
  country: string;
  /** Ways to read street and number, likeliest first; one unless numbers leave a choice. */
  readings: readonly EntryReading[];
  postcodeText: string;
  /** null where absent or not a postcode that can exist. */
  postcode: PostcodeCode | null;
  city: string;
  /** Where the parcel would go that is no door: a PO box, a pick-up point. */
  nonDoor: 'PO_BOX' | 'PICKUP_POINT' | null;
  unusedText: readonly string[];
}

export type EntryParts = Pick<Entry, 'readings' | 'postcodeText' | 'postcode' | 'city'>;
export type EntryReading = LineReading;

/** An entry in which there was nothing to read. */
export const NO_READING: EntryReading = { street: '', houseNumber: null, addition: '' };

/** Reads a typed address. Whatever is no part of an address is set aside in unusedText. */
export function readEntry(address: EnteredAddress): Entry {
  const line = splitAddressLineOf(address);
  const parts = partsOf(address, line);
  return {
    country: countryOf(address),
    ...parts,
    ...besidePoBox(address, line, parts.readings.some(isDoor)),
  };
}

/** The parts of a typed address alone, of which it is known that it is a door in this country. */
export function readParts(address: EnteredAddress): EntryParts {
  return partsOf(address, splitAddressLineOf(address));
}

function partsOf(address: EnteredAddress, line: AddressLine | null): EntryParts {
  const postcodeText = text(address.postcode) || (line?.postcode ?? '');
  return {
    readings: line === null ? [plainReading(address)] : lineReadings(address, line.readings),
    postcodeText,
    postcode: postcodeText === '' ? null : parsePostcode(postcodeText),
    city: text(address.city) || (line?.city ?? ''),
  };
}

/** What shoppers call the country whose register this is. */
const THE_NETHERLANDS = new Set(['', 'NL', 'NLD', 'NEDERLAND', 'NETHERLANDS', 'THE NETHERLANDS', 'HOLLAND']);

function countryOf(address: EnteredAddress): string {
  const country = text(address.country).toUpperCase();
  return THE_NETHERLANDS.has(country) ? 'NL' : country;
}

/** A door beside a PO box is where the parcel goes; the box is set aside then. */
function besidePoBox(
  address: EnteredAddress,
  line: AddressLine | null,
  hasDoor: boolean,
): Pick<Entry, 'nonDoor' | 'unusedText'> {
  if (line !== null && line.poBox !== '' && line.readings.length > 0 && hasDoor) {
    return { nonDoor: null, unusedText: [...line.unusedText, line.poBox] };
  }
  return { nonDoor: findNonDoor(address), unusedText: line?.unusedText ?? [] };
}

function isDoor({ street, houseNumber }: EntryReading): boolean {
  return street !== '' && houseNumber !== null;
}

/** The line to split: the address line, or a street that holds more than a name. */
function splitAddressLineOf(address: EnteredAddress) {
  const street = text(address.addressLine) || text(address.street);
  return street !== '' && (text(address.addressLine) !== '' || HOLDS_MORE.test(street))
    ? splitAddressLine(street)
    : null;
}

/** A digit, a comma or line break, or a word that sets text aside: only then a street is looked at more closely. */
const HOLDS_MORE = /[\d,;\n|/]|^(?:gebouw|unit|flat|t\.?a\.?v|p\.?o\.?\s?box|pb\b|postbus)/i;

function plainReading(address: EnteredAddress): EntryReading {
  return { street: text(address.street), ...numberOf(address) };
}

/**
 * A number in a field of its own stands beside the street as typed ("Plein 1944"), unless the street ends in that very
 * number; without one the line's readings have it.
 */
function lineReadings(address: EnteredAddress, readings: readonly LineReading[]): EntryReading[] {
  const separate = numberOf(address);
  const asTyped = text(address.street) === '' ? [] : [{ street: text(address.street), ...separate }];
  if (separate.houseNumber === null) {
    const typed = text(address.houseNumberAddition);
    const withAddition = readings.map((reading) => ({
      ...reading,
      addition: joinTyped(reading.addition, typed),
    }));
    return [...withAddition, ...(withAddition.length === 0 ? asTyped : [])];
  }
  const repeated = readings.filter(({ houseNumber }) => houseNumber === separate.houseNumber);
  const bare = readings.filter(({ houseNumber }) => houseNumber === null);
  return [
    ...asTyped,
    ...[...repeated, ...bare].map(({ street, addition }) => ({
      street,
      ...separate,
      addition: joinTyped(addition, separate.addition),
    })),
  ];
}

function numberOf(address: EnteredAddress): { houseNumber: number | null; addition: string } {
  const typed = address.houseNumber;
  const addition = trimSeparators(text(address.houseNumberAddition));
  if (typeof typed === 'number') return { houseNumber: typed, addition };
  const parsed = parseHouseNumber(text(typed));
  if (parsed === null) return { houseNumber: null, addition };
  return { houseNumber: parsed.houseNumber, addition: joinTyped(parsed.addition, addition) };
}

/** An addition told twice is one: number "12A" with addition "A". */
function joinTyped(first: string, second: string): string {
  if (first === '' || second === '' || first.toUpperCase() === second.toUpperCase()) return first || second;
  return `${first}-${second}`;
}

/** Zero-width spaces and the like, which come along when an address is copied from a page. */
const INVISIBLE = /\p{Cf}/gu;

function text(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  const typed = String(value);
  return (isAscii(typed) ? typed : typed.replace(INVISIBLE, '')).trim();
}
