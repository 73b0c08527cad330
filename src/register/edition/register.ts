import type { EditionInfo, OtherNameKind } from './edition-format';
import type { PostcodeCode } from '../names/postcode';
import type { StreetMatch, TypedStreet } from '../names/street-match';

/** Streets, places and segments are small integers that are good for as long as their register is in use. */
export type Street = number;
export type Place = number;
/** A street's part under one postcode (or under none): what a postcode and a street name together mean. */
export type Segment = number;

export interface OtherName {
  name: string;
  key: string;
  kind: OtherNameKind;
}

export interface FoundStreet {
  street: Street;
  match: StreetMatch;
  /** The short or former name that matched, null where it was the present one. */
  by: OtherName | null;
}

/** House numbers first, first + step, … last. */
export interface NumberRange {
  first: number;
  last: number;
  step: number;
}

export interface Position {
  latitude: number;
  longitude: number;
}

/** What is asked of the register: an edition, or an edition with amendments laid over it. */
export interface Register {
  readonly info: EditionInfo;

  segmentsAt(postcode: PostcodeCode): readonly Segment[];
  segmentsOf(street: Street): readonly Segment[];
  /** Segments of addresses that had this postcode before. */
  segmentsFormerlyAt(postcode: PostcodeCode): readonly Segment[];
  streetOf(segment: Segment): Street;
  /** 0 where its addresses have no postcode. */
  postcodeOf(segment: Segment): PostcodeCode;
  positionOf(segment: Segment): Position | null;

  hasNumber(segment: Segment, houseNumber: number): boolean;
  /** Registered additions, '' for the bare number; null where they are not known. */
  additionsOf(segment: Segment, houseNumber: number): readonly string[] | null;
  numberRanges(segment: Segment): readonly NumberRange[];
  countNumbers(segment: Segment): number;
  isUnderInvestigation(segment: Segment, houseNumber: number): boolean;

  streetName(street: Street): string;
  streetKey(street: Street): string;
  /** Short and former names. */
  otherNames(street: Street): readonly OtherName[];
  placeOf(street: Street): Place;
  placeName(place: Place): string;
  /** Places by a name as people write it: aliases known, qualifiers such as "(Gld)" left out or as they are. */
  findPlaces(city: string): readonly Place[];
  /** Places that the district of four digits reaches into. */
  placesOfDistrict(digits: number): readonly Place[];

  /** Streets of a place by name, short name or former name, equal by key. */
  findStreets(place: Place, typed: TypedStreet): readonly FoundStreet[];
  /**
   * Streets of a place that the typed name may stand for, strongest match first; never those equal by key. Fewer edits
   * than MOST_EDITS are found in less time, and without weak matches.
   */
  findSimilarStreets(place: Place, typed: TypedStreet, mostEdits?: number): readonly FoundStreet[];
  /** Streets whose key begins so, of one place or (null) of the whole register, in the order of their keys. */
  findStreetsByPrefix(place: Place | null, keyPrefix: string, limit: number): readonly Street[];
}
