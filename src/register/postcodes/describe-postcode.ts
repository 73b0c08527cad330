import { lookUp, type LookUp } from './look-up';
import { digitsOf, formatPostcode, type PostcodeCode } from '../names/postcode';
import type { NumberRange, Position, Register, Segment } from '../edition/register';

export interface PostcodeStreet {
  street: string;
  city: string;
  houseNumbers: readonly NumberRange[];
  /** House numbers with their additions; where additions are not known, each number counts once. */
  addressCount: number;
  position: Position | null;
}

/** What is registered at a postcode and, where nothing is, what may help. */
export interface PostcodeDescription extends Pick<LookUp, 'postcode' | 'formerly' | 'nearestPostcodes'> {
  streets: readonly PostcodeStreet[];
  /** The middle of its streets' positions. */
  position: Position | null;
  /** The places that the postcode's four digits reach into. */
  districtCities: readonly string[];
}

export function describePostcode(register: Register, postcode: PostcodeCode): PostcodeDescription {
  const { streets, formerly, nearestPostcodes } = lookUp(register, postcode, null);
  const segments = register.segmentsAt(postcode);
  const described = streets.map(({ street, place, numbers, position }, index) => ({
    street,
    city: place,
    houseNumbers: numbers,
    addressCount: countAddresses(register, segments[index] ?? 0, numbers),
    position,
  }));
  return {
    postcode: formatPostcode(postcode),
    formerly,
    nearestPostcodes,
    streets: described,
    position: middleOf(described.flatMap(({ position }) => position ?? [])),
    districtCities: register.placesOfDistrict(digitsOf(postcode)).map((place) => register.placeName(place)),
  };
}

function countAddresses(register: Register, segment: Segment, ranges: readonly NumberRange[]): number {
  let count = 0;
  for (const { first, last, step } of ranges)
    for (let number = first; number <= last; number += step)
      count += register.additionsOf(segment, number)?.length ?? 1;
  return count;
}

function middleOf(positions: readonly Position[]): Position | null {
  if (positions.length === 0) return null;
  return {
    latitude: mean(positions.map(({ latitude }) => latitude)),
    longitude: mean(positions.map(({ longitude }) => longitude)),
  };
}

/** To a micro-degree, 0.1 m, as positions are kept. */
function mean(degrees: readonly number[]): number {
  return Math.round((degrees.reduce((sum, one) => sum + one, 0) / degrees.length) * 1e6) / 1e6;
}
