import type { Amendment, FormerName, NewNumber, NewStreet } from './amendment';
import { fold } from '../names/fold';
import type { PostcodeCode } from '../names/postcode';
import type { OtherName, Place, Register, Segment, Street } from '../edition/register';
import { typedStreet } from '../names/street-match';
import { streetKey } from '../names/street-name';

export interface AddedStreet {
  street: Street;
  name: string;
  key: string;
  place: Place;
}

export interface AddedSegment {
  segment: Segment;
  street: Street;
  postcode: PostcodeCode;
}

/** Additions of each added number; null where they are not known. */
export type AddedNumbers = Map<number, Set<string> | null>;

/** What amendments add to a register, by its own streets and segments; added ones are numbered on from its last. */
export class AmendmentOverlay {
  readonly streets: AddedStreet[] = [];
  readonly segments: AddedSegment[] = [];
  readonly numbers = new Map<Segment, AddedNumbers>();
  readonly formerNames = new Map<Street, OtherName[]>();

  constructor(private readonly register: Register) {}

  /** An amendment of a place or street that the register does not know adds nothing. */
  add(amendments: readonly Amendment[]): void {
    // Numbers and former names may be of streets that other amendments add.
    for (const one of amendments) if (one.kind === 'street') this.addStreet(one);
    for (const one of amendments) {
      const street = this.streetOf(one);
      if (street === null || one.kind === 'street') continue;
      if (one.kind === 'number') this.addNumber(street, one);
      else this.addFormerName(street, one);
    }
  }

  private addStreet(amendment: NewStreet): void {
    const place = this.placeOf(amendment);
    if (place === null) return;
    const name = amendment.street;
    const street = this.streetOf(amendment) ?? this.register.info.counts.streets + this.streets.length;
    const isNew = street === this.register.info.counts.streets + this.streets.length;
    if (isNew) this.streets.push({ street, name, key: streetKey(name), place });
    const { postcode, houseNumber } = amendment;
    if (houseNumber !== null) this.addNumber(street, { ...amendment, kind: 'number', houseNumber });
    else if (postcode !== null) this.segment(street, postcode);
  }

  private addNumber(street: Street, { postcode, houseNumber, addition }: NewNumber): void {
    const segment = this.segment(street, postcode ?? 0);
    const numbers = this.numbers.get(segment) ?? new Map<number, Set<string> | null>();
    this.numbers.set(segment, numbers);
    const known = numbers.get(houseNumber) ?? null;
    numbers.set(houseNumber, addition === null ? known : new Set(known).add(addition));
  }

  private addFormerName(street: Street, { street: name, formerName }: FormerName): void {
    const key = streetKey(formerName);
    const names = this.formerNames.get(street) ?? [];
    if (key === streetKey(name) || names.some((other) => other.name === formerName)) return;
    this.formerNames.set(street, [...names, { name: formerName, key, kind: 'former' }]);
  }

  private placeOf({ place }: Amendment): Place | null {
    const places = this.register.findPlaces(place);
    return places.find((one) => this.register.placeName(one) === place) ?? null;
  }

  /** The street of the register or of an amendment that goes by this name, but for case and accents. */
  private streetOf(amendment: Amendment): Street | null {
    const place = this.placeOf(amendment);
    if (place === null) return null;
    const name = fold(amendment.street);
    const registered = this.register
      .findStreets(place, typedStreet(amendment.street))
      .find(({ street, by }) => by === null && fold(this.register.streetName(street)) === name);
    const added = this.streets.find((one) => one.place === place && fold(one.name) === name);
    return registered?.street ?? added?.street ?? null;
  }

  private segment(street: Street, postcode: PostcodeCode): Segment {
    const registered =
      street < this.register.info.counts.streets
        ? this.register.segmentsOf(street).find((one) => this.register.postcodeOf(one) === postcode)
        : undefined;
    const added = this.segments.find((one) => one.street === street && one.postcode === postcode);
    return registered ?? added?.segment ?? this.newSegment(street, postcode);
  }

  private newSegment(street: Street, postcode: PostcodeCode): Segment {
    const segment = this.register.info.counts.segments + this.segments.length;
    this.segments.push({ segment, street, postcode });
    return segment;
  }
}
