import type { PostcodeCode } from '../names/postcode';
import { formatPostcode, LETTERS } from '../names/postcode';
import type { NumberRange, OtherName, Position, Register, Segment } from '../edition/register';

/** A street under the postcode that was looked up, and what is known of the house number on it. */
export interface LookedUpStreet {
  street: string;
  place: string;
  otherNames: readonly Omit<OtherName, 'key'>[];
  numbers: readonly NumberRange[];
  position: Position | null;
  /** Null where no number was asked for. */
  number: LookedUpNumber | null;
}

export interface LookedUpNumber {
  isRegistered: boolean;
  /** '' is the bare number; null where additions are not known. */
  additions: readonly string[] | null;
  underInvestigation: boolean;
  /** The nearest registered numbers, where it is not one itself. */
  near: readonly number[];
}

export interface LookUp {
  postcode: string;
  houseNumber: number | null;
  streets: readonly LookedUpStreet[];
  /** Where addresses that had this postcode before lie now. */
  formerly: readonly { street: string; place: string; postcode: string | null }[];
  /** The nearest postcodes of the same four digits, where this one is in no use. */
  nearestPostcodes: readonly string[];
}

const MOST_NEAREST = 4;

/** What the register says of a postcode and, where given, a house number. */
export function lookUp(register: Register, postcode: PostcodeCode, houseNumber: number | null): LookUp {
  const segments = register.segmentsAt(postcode);
  return {
    postcode: formatPostcode(postcode),
    houseNumber,
    streets: segments.map((segment) => describeSegment(register, segment, houseNumber)),
    formerly: register.segmentsFormerlyAt(postcode).map((segment) => ({
      ...nameSegment(register, segment),
      postcode: register.postcodeOf(segment) === 0 ? null : formatPostcode(register.postcodeOf(segment)),
    })),
    nearestPostcodes: segments.length > 0 ? [] : nearestPostcodes(register, postcode),
  };
}

function nameSegment(register: Register, segment: Segment) {
  const street = register.streetOf(segment);
  return { street: register.streetName(street), place: register.placeName(register.placeOf(street)) };
}

function describeSegment(register: Register, segment: Segment, houseNumber: number | null): LookedUpStreet {
  const numbers = register.numberRanges(segment);
  return {
    ...nameSegment(register, segment),
    otherNames: register.otherNames(register.streetOf(segment)).map(({ name, kind }) => ({ name, kind })),
    numbers,
    position: register.positionOf(segment),
    number: houseNumber === null ? null : describeNumber(register, segment, houseNumber),
  };
}

function describeNumber(register: Register, segment: Segment, houseNumber: number): LookedUpNumber {
  const isRegistered = register.hasNumber(segment, houseNumber);
  return {
    isRegistered,
    additions: register.additionsOf(segment, houseNumber),
    underInvestigation: register.isUnderInvestigation(segment, houseNumber),
    near: isRegistered ? [] : nearestNumbers(register.numberRanges(segment), houseNumber),
  };
}

/** The registered numbers nearest to one that is not, in their order. */
export function nearestNumbers(ranges: readonly NumberRange[], houseNumber: number): number[] {
  const near = new Set(ranges.flatMap((range) => nearestOf(range, houseNumber)));
  return [...near]
    .sort((a, b) => Math.abs(a - houseNumber) - Math.abs(b - houseNumber) || a - b)
    .slice(0, MOST_NEAREST)
    .sort((a, b) => a - b);
}

function nearestOf({ first, last, step }: NumberRange, houseNumber: number): number[] {
  const nearest = Math.min(Math.max(Math.floor((houseNumber - first) / step), 0), (last - first) / step);
  const around = Array.from({ length: 2 * MOST_NEAREST }, (_, index) => nearest + index - MOST_NEAREST + 1);
  return around.map((index) => first + index * step).filter((number) => number >= first && number <= last);
}

function nearestPostcodes(register: Register, postcode: PostcodeCode): string[] {
  const district = Math.floor(postcode / LETTERS) * LETTERS;
  const codes = Array.from({ length: LETTERS }, (_, letters) => district + letters)
    .sort((a, b) => Math.abs(a - postcode) - Math.abs(b - postcode))
    .filter((code) => register.segmentsAt(code).length > 0);
  return codes
    .slice(0, MOST_NEAREST)
    .sort((a, b) => a - b)
    .map(formatPostcode);
}
