import type { Amendment } from './amendment';
import type { AddedNumbers } from './amendment-overlay';
import { AmendmentOverlay } from './amendment-overlay';
import { runStartOf, runStepOf } from '../edition/edition-format';
import { toRuns } from '../compile/house-number-runs';
import type { PostcodeCode } from '../names/postcode';
import { digitsOf } from '../names/postcode';
import type {
  FoundStreet,
  NumberRange,
  OtherName,
  Place,
  Position,
  Register,
  Segment,
  Street,
} from '../edition/register';
import type { TypedStreet } from '../names/street-match';
import { MOST_EDITS } from '../names/key-shape';
import { matchRank, matchStreet } from '../names/street-match';

/** A register with the amendments that have not expired laid over it; the register itself where there are none. */
export function amend(register: Register, amendments: readonly Amendment[], nowMs: number): Register {
  const inForce = amendments.filter(({ expiresAtMs }) => expiresAtMs > nowMs);
  if (inForce.length === 0) return register;
  const overlay = new AmendmentOverlay(register);
  overlay.add(inForce);
  return new AmendedRegister(register, overlay);
}

/** Amendments are few: they are scanned, while the register below stays as quick as it is. */
class AmendedRegister implements Register {
  readonly info;
  private readonly streetCount: number;
  private readonly segmentCount: number;

  constructor(
    private readonly base: Register,
    private readonly overlay: AmendmentOverlay,
  ) {
    this.info = base.info;
    this.streetCount = base.info.counts.streets;
    this.segmentCount = base.info.counts.segments;
  }

  segmentsAt(postcode: PostcodeCode): readonly Segment[] {
    const added = this.overlay.segments.filter((one) => one.postcode === postcode);
    return [...this.base.segmentsAt(postcode), ...added.map(({ segment }) => segment)];
  }

  segmentsOf(street: Street): readonly Segment[] {
    const added = this.overlay.segments.filter((one) => one.street === street);
    const registered = street < this.streetCount ? this.base.segmentsOf(street) : [];
    return [...registered, ...added.map(({ segment }) => segment)];
  }

  segmentsFormerlyAt(postcode: PostcodeCode): readonly Segment[] {
    return this.base.segmentsFormerlyAt(postcode);
  }

  streetOf(segment: Segment): Street {
    return this.addedSegment(segment)?.street ?? this.base.streetOf(segment);
  }

  postcodeOf(segment: Segment): PostcodeCode {
    return this.addedSegment(segment)?.postcode ?? this.base.postcodeOf(segment);
  }

  positionOf(segment: Segment): Position | null {
    return segment < this.segmentCount ? this.base.positionOf(segment) : null;
  }

  hasNumber(segment: Segment, houseNumber: number): boolean {
    return this.isRegistered(segment, houseNumber) || this.addedNumbers(segment)?.has(houseNumber) === true;
  }

  additionsOf(segment: Segment, houseNumber: number): readonly string[] | null {
    const added = this.addedNumbers(segment)?.get(houseNumber) ?? null;
    if (!this.isRegistered(segment, houseNumber)) return added === null ? null : [...added].sort();
    const registered = this.base.additionsOf(segment, houseNumber);
    return added === null || registered === null
      ? registered
      : [...new Set([...registered, ...added])].sort();
  }

  numberRanges(segment: Segment): readonly NumberRange[] {
    const registered = segment < this.segmentCount ? this.base.numberRanges(segment) : [];
    const added = [...(this.addedNumbers(segment)?.keys() ?? [])].filter(
      (number) => !this.isRegistered(segment, number),
    );
    if (added.length === 0) return registered;
    const runs = toRuns(
      added.sort((a, b) => a - b),
      false,
    ).map(({ head, length }) => {
      const [first, step] = [runStartOf(head), runStepOf(head)];
      return { first, last: first + step * (length - 1), step };
    });
    return [...registered, ...runs].sort((a, b) => a.first - b.first);
  }

  countNumbers(segment: Segment): number {
    const registered = segment < this.segmentCount ? this.base.countNumbers(segment) : 0;
    return registered + (this.overlay.numbers.get(segment)?.size ?? 0);
  }

  isUnderInvestigation(segment: Segment, houseNumber: number): boolean {
    return segment < this.segmentCount && this.base.isUnderInvestigation(segment, houseNumber);
  }

  streetName(street: Street): string {
    return this.addedStreet(street)?.name ?? this.base.streetName(street);
  }

  streetKey(street: Street): string {
    return this.addedStreet(street)?.key ?? this.base.streetKey(street);
  }

  otherNames(street: Street): readonly OtherName[] {
    const registered = street < this.streetCount ? this.base.otherNames(street) : [];
    return [...registered, ...(this.overlay.formerNames.get(street) ?? [])];
  }

  placeOf(street: Street): Place {
    return this.addedStreet(street)?.place ?? this.base.placeOf(street);
  }

  placeName(place: Place): string {
    return this.base.placeName(place);
  }

  findPlaces(city: string): readonly Place[] {
    return this.base.findPlaces(city);
  }

  placesOfDistrict(digits: number): readonly Place[] {
    const added = this.overlay.segments.filter(
      ({ postcode }) => postcode !== 0 && digitsOf(postcode) === digits,
    );
    return [
      ...new Set([...this.base.placesOfDistrict(digits), ...added.map(({ street }) => this.placeOf(street))]),
    ];
  }

  findStreets(place: Place, typed: TypedStreet): readonly FoundStreet[] {
    const added = this.addedNames(place).filter(({ key }) => typed.forms.some((form) => form.key === key));
    const found = added.map(({ street, by }): FoundStreet => ({
      street,
      match: { level: 'key', edits: 0 },
      by,
    }));
    return [...this.base.findStreets(place, typed), ...found];
  }

  findSimilarStreets(place: Place, typed: TypedStreet, mostEdits = MOST_EDITS): readonly FoundStreet[] {
    const added = this.addedNames(place).flatMap(({ street, key, by }): FoundStreet[] => {
      const match = matchStreet(typed, key);
      const isFar =
        match === null || match.level === 'key' || (match.level === 'weak' && mostEdits < MOST_EDITS);
      return isFar || match.edits > mostEdits ? [] : [{ street, match, by }];
    });
    const registered = this.base.findSimilarStreets(place, typed, mostEdits);
    if (added.length === 0) return registered;
    return [...registered, ...added].sort((a, b) => matchRank(a.match) - matchRank(b.match));
  }

  findStreetsByPrefix(place: Place | null, keyPrefix: string, limit: number): readonly Street[] {
    const added = this.overlay.streets.filter(
      (one) => (place === null || one.place === place) && one.key.startsWith(keyPrefix),
    );
    const registered = this.base.findStreetsByPrefix(place, keyPrefix, limit);
    if (added.length === 0) return registered;
    return [...registered, ...added.map(({ street }) => street)]
      .map((street) => ({ street, key: this.streetKey(street) }))
      .sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key))
      .slice(0, limit)
      .map(({ street }) => street);
  }

  private addedStreet(street: Street) {
    return street < this.streetCount ? undefined : this.overlay.streets[street - this.streetCount];
  }

  private addedSegment(segment: Segment) {
    return segment < this.segmentCount ? undefined : this.overlay.segments[segment - this.segmentCount];
  }

  private addedNumbers(segment: Segment): AddedNumbers | undefined {
    return this.overlay.numbers.get(segment);
  }

  private isRegistered(segment: Segment, houseNumber: number): boolean {
    return segment < this.segmentCount && this.base.hasNumber(segment, houseNumber);
  }

  /** Added streets of a place by their names, and streets of the place by added former names. */
  private addedNames(place: Place): { street: Street; key: string; by: OtherName | null }[] {
    const names = this.overlay.streets
      .filter((one) => one.place === place)
      .map(({ street, key }) => ({ street, key, by: null }));
    const former = [...this.overlay.formerNames]
      .filter(([street]) => this.placeOf(street) === place)
      .flatMap(([street, others]) => others.map((by) => ({ street, key: by.key, by })));
    return [...names, ...former];
  }
}
