import { fold } from '../names/fold';
import { GrowingArray } from '../sources/growing-array';
import { HIGHEST_HOUSE_NUMBER } from '../edition/edition-format';
import type { PostcodeCode } from '../names/postcode';
import type { RegisterSink, SourceAddress, StreetDetails } from '../sources/register-sink';

/** What a number of a segment was seen as; one number may be seen as several. */
export const NUMBER_SEEN = { additionsUnknown: 0, bare: 1, withAddition: 2 } as const;

/** Places of a number's parts in its packed key: segment, house number, how it was seen. */
export const HOUSE_NUMBER_SPAN = 2 ** 17;
export const SEEN_SPAN = 4;
const ADDITION_BITS = 24n;
const MICRO = 1e6;

export interface CollectedPlace {
  name: string;
  officialId?: string;
}

export interface CollectedStreet extends StreetDetails {
  place: number;
  name: string;
  formerNames: string[];
}

export interface CollectedSegment {
  street: number;
  postcode: PostcodeCode;
  /** In whole micro-degrees: sums of fractions would depend on their order. */
  latitudeSum: number;
  longitudeSum: number;
  positions: number;
}

/** Gathers what the sources deliver, in a few bytes an address; several sources may be read into one builder. */
export class RegisterBuilder implements RegisterSink {
  readonly places: CollectedPlace[] = [];
  readonly streets: CollectedStreet[] = [];
  readonly segments: CollectedSegment[] = [];
  readonly additions: string[] = [''];
  /** (segment × HOUSE_NUMBER_SPAN + number) × SEEN_SPAN + NUMBER_SEEN */
  readonly numbers = new GrowingArray(new Float64Array(1024));
  /** (segment × HOUSE_NUMBER_SPAN + number) << 24 | addition */
  readonly numberAdditions = new GrowingArray(new BigUint64Array(1024));
  /** segment × HOUSE_NUMBER_SPAN + number */
  readonly investigated = new Set<number>();
  readonly formerPostcodes = new Map<
    string,
    { former: PostcodeCode; street: number; current: PostcodeCode }
  >();
  readonly skipped = new Map<string, number>();
  private readonly placeIds = new Map<string, number>();
  private readonly streetIds = new Map<string, number>();
  private readonly segmentIds = new Map<number, number>();
  private readonly additionIds = new Map([['', 0]]);

  /** Two places of one name are told apart by their official ids; a source without ids means either. */
  place(name: string, officialId?: string): number {
    const byId = officialId === undefined ? undefined : this.placeIds.get(`#${officialId}`);
    if (byId !== undefined) return byId;
    const byName = this.placeIds.get(name);
    const isAnother =
      byName !== undefined && officialId !== undefined && this.places[byName]?.officialId !== undefined;
    const place = byName === undefined || isAnother ? this.places.push({ name }) - 1 : byName;
    if (byName === undefined) this.placeIds.set(name, place);
    if (officialId !== undefined) this.identify(place, officialId);
    return place;
  }

  /**
   * Spellings that differ only in case or accents are one street, as are 1,104 names of one town; it goes by the one
   * with accents and small letters, whichever came first.
   */
  street(place: number, name: string, details: StreetDetails = {}): number {
    const exact = `${place}\t${name}`;
    const known = this.streetIds.get(exact);
    if (known !== undefined) return this.describe(known, details);
    const folded = `${place}\n${fold(name)}`;
    const street = this.streetIds.get(folded) ?? this.streets.push({ place, name, formerNames: [] }) - 1;
    this.streetIds.set(folded, street).set(exact, street);
    const collected = this.streets[street];
    if (collected !== undefined && name > collected.name) collected.name = name;
    return this.describe(street, details);
  }

  address({ street, postcode, houseNumber, addition, underInvestigation }: SourceAddress): void {
    if (!Number.isInteger(houseNumber) || houseNumber < 1 || houseNumber > HIGHEST_HOUSE_NUMBER) {
      this.leaveOut('house number is not between 1 and 99999');
      return;
    }
    const number = this.segment(street, postcode) * HOUSE_NUMBER_SPAN + houseNumber;
    this.numbers.push(number * SEEN_SPAN + seenAs(addition));
    if (addition)
      this.numberAdditions.push((BigInt(number) << ADDITION_BITS) | BigInt(this.additionId(addition)));
    if (underInvestigation === true) this.investigated.add(number);
  }

  formerStreetName(street: number, name: string): void {
    const collected = this.streets[street];
    if (collected === undefined || fold(name) === fold(collected.name)) return;
    if (!collected.formerNames.includes(name)) collected.formerNames.push(name);
  }

  formerPostcode(former: PostcodeCode, street: number, current: PostcodeCode): void {
    if (former !== current)
      this.formerPostcodes.set(`${former}/${street}/${current}`, {
        former,
        street,
        current,
      });
  }

  position(street: number, postcode: PostcodeCode, latitude: number, longitude: number): void {
    if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) {
      this.leaveOut('position is not a number of degrees');
      return;
    }
    const segment = this.segments[this.segment(street, postcode)];
    if (segment === undefined) return;
    segment.latitudeSum += Math.round(latitude * MICRO);
    segment.longitudeSum += Math.round(longitude * MICRO);
    segment.positions++;
  }

  leaveOut(reason: string): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }

  /** The segment of a street under a postcode, undefined where no address made one. */
  findSegment(street: number, postcode: PostcodeCode): number | undefined {
    return this.segmentIds.get(street * 2 ** 23 + postcode);
  }

  private segment(street: number, postcode: PostcodeCode): number {
    const known = this.findSegment(street, postcode);
    if (known !== undefined) return known;
    const segment =
      this.segments.push({ street, postcode, latitudeSum: 0, longitudeSum: 0, positions: 0 }) - 1;
    this.segmentIds.set(street * 2 ** 23 + postcode, segment);
    return segment;
  }

  private additionId(addition: string): number {
    const known = this.additionIds.get(addition);
    if (known !== undefined) return known;
    const id = this.additions.push(addition) - 1;
    this.additionIds.set(addition, id);
    return id;
  }

  private describe(street: number, { shortName, underInvestigation }: StreetDetails): number {
    const collected = this.streets[street];
    if (collected === undefined) return street;
    if (shortName !== undefined && shortName > (collected.shortName ?? '')) collected.shortName = shortName;
    if (underInvestigation === true) collected.underInvestigation = true;
    return street;
  }

  private identify(place: number, officialId: string): void {
    this.placeIds.set(`#${officialId}`, place);
    const collected = this.places[place];
    if (collected !== undefined) collected.officialId = officialId;
  }
}

function seenAs(addition: string | null): number {
  if (addition === null) return NUMBER_SEEN.additionsUnknown;
  return addition === '' ? NUMBER_SEEN.bare : NUMBER_SEEN.withAddition;
}
