import type { LineReading } from '../names/address-line';
import { splitAddressLine } from '../names/address-line';
import type { TypedNumber } from '../names/house-number';
import { parseHouseNumber, trimSeparators } from '../names/house-number';
import type { PostcodeRange } from './postcode-range';
import { districtOf, postcodesBeginning } from './postcode-range';

/** One way to read what was typed so far; the last part of it may be unfinished. */
export interface Reading {
  /** '' where none was typed, as with city. */
  street: string;
  number: TypedNumber | null;
  /** Where the address must lie; its district says in which places, and may be kept where the postcode is doubted. */
  postcode: PostcodeRange | null;
  district: number | null;
  city: string;
}

/** "8951", "8951 a", "8951ab", and what stands behind it; not "8951 Abelstraat" or "1213-laan", where a word begins. */
const POSTCODE_FIRST =
  /^\s*([1-9]\d{3}(?:\s?[a-z]{2}(?!\p{L})|\s?[a-z](?![\p{L}\p{N}])|(?![\p{L}\p{N}]|-\p{L}{3})))(.*)$/isu;
const MOST_CITY_WORDS = 4;
/** Of a line with numbers in it only the first may be house numbers: one of nothing else would take 70 ms. */
const MOST_HOUSE_NUMBERS = 4;
const NOTHING: Reading = { street: '', number: null, postcode: null, district: null, city: '' };

/** The ways to read a text, likeliest first. */
export function readTyped(text: string): readonly Reading[] {
  const [, beginning = '', rest = ''] = POSTCODE_FIRST.exec(text) ?? [];
  const postcode = postcodesBeginning(beginning);
  return postcode === null ? readLine(text) : behindPostcode(postcode, trimSeparators(rest));
}

function behindPostcode(postcode: PostcodeRange, rest: string): readonly Reading[] {
  const number = parseHouseNumber(rest);
  const lines = readLine(rest).map((reading) => at(reading, postcode));
  if (rest !== '' && number === null) return lines;
  const reading = at({ ...NOTHING, number }, postcode);
  return [reading, ...cityBehindNumber(reading), ...lines];
}

function readLine(text: string): readonly Reading[] {
  const { readings, postcode, city } = splitAddressLine(text);
  return readings.slice(0, MOST_HOUSE_NUMBERS).flatMap((line) => {
    const number =
      line.houseNumber === null ? null : { houseNumber: line.houseNumber, addition: line.addition };
    const reading = at({ ...NOTHING, street: line.street, number, city }, postcodesBeginning(postcode));
    return [...numberedStreet(reading, line), reading, ...behindLine(reading)];
  });
}

/** "Botter 40" is a street of its own. */
function numberedStreet(reading: Reading, { street, houseNumber, addition }: LineReading): Reading[] {
  if (houseNumber === null || addition !== '') return [];
  return [{ ...reading, street: `${street} ${houseNumber}`, number: null }];
}

/** What ends the line may be no addition, nor the end of the street's name, but a city or a postcode. */
function behindLine(reading: Reading): Reading[] {
  if (reading.city !== '' || reading.postcode !== null) return [];
  return reading.number === null
    ? cityBehindStreet(reading)
    : [...cityBehindNumber(reading), ...postcodeBehindNumber(reading)];
}

function cityBehindNumber(reading: Reading): Reading[] {
  if (reading.number === null) return [];
  const { houseNumber, addition } = reading.number;
  return splits(addition, 0).map(([kept, city]) => ({
    ...reading,
    number: { houseNumber, addition: kept },
    city,
  }));
}

function cityBehindStreet(reading: Reading): Reading[] {
  return splits(reading.street, 1).map(([street, city]) => ({ ...reading, street, city }));
}

function postcodeBehindNumber(reading: Reading): Reading[] {
  const { houseNumber = 0, addition = '' } = reading.number ?? {};
  const [, kept = '', beginning = ''] = /^(.*?)([1-9]\d{3}\s?[a-z]?)$/is.exec(addition) ?? [];
  const postcode = postcodesBeginning(beginning);
  if (postcode === null) return [];
  return [at({ ...reading, number: { houseNumber, addition: trimSeparators(kept) } }, postcode)];
}

function at(reading: Reading, postcode: PostcodeRange | null): Reading {
  return { ...reading, postcode, district: postcode === null ? null : districtOf(postcode) };
}

/** The ways to divide words in two of which the second may be a city: the longest second part first. */
function splits(text: string, fewestKept: number): (readonly [string, string])[] {
  const words = text.split(/\s+/);
  const divisions: (readonly [string, string])[] = [];
  for (let kept = Math.max(fewestKept, words.length - MOST_CITY_WORDS); kept < words.length; kept++) {
    const city = words.slice(kept).join(' ');
    if (/^['’]?\p{L}/u.test(city)) divisions.push([words.slice(0, kept).join(' '), city]);
  }
  return divisions;
}
