import { parseCity } from '../register/names/city-name';
import { digitsOf } from '../register/names/postcode';
import { isOneSlip } from '../register/names/postcode-slips';
import type { FoundStreet, OtherName, Place, Register, Segment, Street } from '../register/edition/register';
import type { StreetMatch, TypedStreet } from '../register/names/street-match';
import { matchRank, matchStreet, typedStreet } from '../register/names/street-match';
import type { Entry, EntryReading } from './entry';
import type { KnownAddress } from './known-address';

/** A segment whose street was compared with the typed one. */
export interface ComparedSegment {
  segment: Segment;
  street: Street;
  /** null where the typed street is another name. */
  match: StreetMatch | null;
  by: OtherName | null;
}

/** Typed letter by letter as registered: nothing is left to compare. */
export const SAME_TEXT: StreetMatch = { level: 'key', edits: 0 };

/** How the typed city stands to a place. */
export type CityAgreement = 'same' | 'alias' | 'absent' | 'unknown' | 'postal' | 'other';

/** One reading of an entry beside the register: what the rules look at, each part found when it is first asked for. */
export class Situation {
  private typed: TypedStreet | undefined;
  private compared: readonly ComparedSegment[] | undefined;
  private places: readonly Place[] | undefined;
  private cityPlaces: readonly Place[] | undefined;
  private found: Map<Place, readonly FoundStreet[]> | undefined;
  private knownOfStreet: readonly KnownAddress[] | undefined;
  private near: Map<Place, readonly FoundStreet[]> | undefined;

  constructor(
    readonly register: Register,
    readonly entry: Entry,
    readonly reading: EntryReading,
    readonly known: readonly KnownAddress[],
  ) {}

  get typedStreet(): TypedStreet {
    return (this.typed ??= typedStreet(this.reading.street));
  }

  /** The streets at the typed postcode, strongest match first. */
  get atPostcode(): readonly ComparedSegment[] {
    return (this.compared ??= this.compareAtPostcode());
  }

  /** Places that the typed city may mean; none where it is absent or unknown. */
  get typedPlaces(): readonly Place[] {
    return (this.cityPlaces ??= this.entry.city === '' ? [] : this.register.findPlaces(this.entry.city));
  }

  /** Places of the typed postcode's streets. */
  get postcodePlaces(): readonly Place[] {
    return (this.places ??= [...new Set(this.atPostcode.map(({ street }) => this.register.placeOf(street)))]);
  }

  /** Known addresses whose street was typed while their postcode was not. */
  get knownByStreet(): readonly KnownAddress[] {
    return (this.knownOfStreet ??= this.known.filter((known) => this.isOfTypedStreet(known)));
  }

  hasNumber(segment: Segment): boolean {
    return this.reading.houseNumber !== null && this.register.hasNumber(segment, this.reading.houseNumber);
  }

  /** True where one slip of the finger made the typed postcode of the segment's. */
  isSlipOf(segment: Segment): boolean {
    const typed = this.entry.postcode;
    const postcode = this.register.postcodeOf(segment);
    return typed !== null && postcode !== 0 && isOneSlip(typed, postcode);
  }

  cityAgreement(place: Place): CityAgreement {
    const { city } = this.entry;
    if (city === '') return 'absent';
    if (city === this.register.placeName(place)) return 'same';
    if (this.typedPlaces.length === 0) return 'unknown';
    if (this.typedPlaces.includes(place)) return parseCity(city).isAlias ? 'alias' : 'same';
    return this.sharesDistrict(place) ? 'postal' : 'other';
  }

  /** Streets of a place with the typed name itself. */
  streetsNamed(place: Place): readonly FoundStreet[] {
    this.found ??= new Map();
    const known = this.found.get(place);
    if (known !== undefined) return known;
    const found = this.register.findStreets(place, this.typedStreet);
    this.found.set(place, found);
    return found;
  }

  /** Streets of a place that are the typed name but for an abbreviation or one edit. */
  streetsNear(place: Place): readonly FoundStreet[] {
    this.near ??= new Map();
    const known = this.near.get(place);
    if (known !== undefined) return known;
    const near = this.register.findSimilarStreets(place, this.typedStreet, 1);
    this.near.set(place, near);
    return near;
  }

  /** Streets of a place that the typed name may stand for. */
  streetsLike(place: Place): readonly FoundStreet[] {
    return this.register.findSimilarStreets(place, this.typedStreet);
  }

  /** True where the typed name is itself a street of the postcode's town or of the typed one: no misspelling then. */
  isStreetOfTown(): boolean {
    const isNamed = (place: Place) => this.streetsNamed(place).length > 0;
    return this.postcodePlaces.some(isNamed) || this.typedPlaces.some(isNamed);
  }

  private isOfTypedStreet(known: KnownAddress): boolean {
    if (this.reading.street === '' || known.street === '' || known.postcode === this.entry.postcode)
      return false;
    return known.matchEntry(this.typedStreet) !== null;
  }

  private compareAtPostcode(): readonly ComparedSegment[] {
    const { register, entry } = this;
    if (entry.postcode === null) return [];
    const compared = register.segmentsAt(entry.postcode).map((segment) => this.compare(segment));
    return compared.length < 2 ? compared : compared.sort((a, b) => rankOf(a) - rankOf(b));
  }

  private compare(segment: Segment): ComparedSegment {
    const { register } = this;
    const street = register.streetOf(segment);
    if (this.reading.street === register.streetName(street))
      return { segment, street, match: SAME_TEXT, by: null };
    if (this.reading.street === '') return { segment, street, match: null, by: null };
    const match = matchStreet(this.typedStreet, register.streetKey(street));
    if (match?.level === 'key') return { segment, street, match, by: null };
    return this.compareOtherNames({ segment, street, match, by: null });
  }

  private compareOtherNames(compared: ComparedSegment): ComparedSegment {
    let best = compared;
    for (const by of this.register.otherNames(compared.street)) {
      const match = matchStreet(this.typedStreet, by.key);
      if (match !== null && (best.match === null || matchRank(match) < matchRank(best.match)))
        best = { ...compared, match, by };
    }
    return best;
  }

  /**
   * The post's town is not always the register's: a neighbour that shares the postcode's four digits counts as the
   * postal name, as "Kamerik" does for addresses that the register has in Woerden.
   */
  private sharesDistrict(place: Place): boolean {
    const { postcode } = this.entry;
    if (postcode === null) return false;
    const places = this.register.placesOfDistrict(digitsOf(postcode));
    return places.includes(place) && this.typedPlaces.some((typed) => places.includes(typed));
  }
}

function rankOf({ match }: ComparedSegment): number {
  return match === null ? Number.POSITIVE_INFINITY : matchRank(match);
}
