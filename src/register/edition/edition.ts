import type { CityName } from '../names/city-name';
import { isSameCity, parseCity } from '../names/city-name';
import { DISTRICTS, NO_POSTCODE_DISTRICT } from './districts';
import type { EditionInfo, Sections } from './edition-format';
import { additionsKnownIn, OTHER_NAME_KINDS, runStartOf, runStepOf } from './edition-format';
import { findFirst, findRange } from './binary-search';
import type { PostcodeCode } from '../names/postcode';
import { digitsOf, LETTERS } from '../names/postcode';
import type {
  FoundStreet,
  NumberRange,
  OtherName,
  Place,
  Position,
  Register,
  Segment,
  Street,
} from './register';
import type { TypedStreet } from '../names/street-match';
import { MOST_EDITS } from '../names/key-shape';
import { StreetIndex } from './street-index';
import { TextReader } from './text-table';

const MICRO = 1e6;

/** A register read from an edition's sections, which are used where they lie: nothing is unpacked beforehand. */
export class Edition implements Register {
  private readonly placeNames: readonly string[];
  private readonly cityNames: readonly CityName[];
  private readonly districtPlaces = new Map<number, readonly Place[]>();
  private readonly placesByName = new Map<string, readonly Place[]>();
  private readonly placesByBase = new Map<string, Place[]>();
  private readonly names: TextReader;
  private readonly additionTexts: TextReader;
  private readonly index: StreetIndex;

  constructor(
    readonly info: EditionInfo,
    private readonly sections: Sections,
  ) {
    const places = new TextReader(sections.placeNameStart, sections.placeNameBytes);
    this.placeNames = Array.from({ length: sections.placeNameStart.length - 1 }, (_, place) =>
      places.text(place),
    );
    this.cityNames = this.placeNames.map(parseCity);
    this.cityNames.forEach(({ base }, place) => {
      const places = this.placesByBase.get(base);
      if (places === undefined) this.placesByBase.set(base, [place]);
      else places.push(place);
    });
    this.names = new TextReader(sections.streetNameStart, sections.streetNameBytes);
    this.additionTexts = new TextReader(sections.additionTextStart, sections.additionTextBytes);
    this.index = new StreetIndex(sections, this.names);
  }

  segmentsAt(postcode: PostcodeCode): readonly Segment[] {
    const { districtSegmentStart, segmentLetters } = this.sections;
    const district = digitsOf(postcode);
    const from = districtSegmentStart[district] ?? 0;
    return findRange(segmentLetters, postcode % LETTERS, from, districtSegmentStart[district + 1] ?? 0);
  }

  segmentsOf(street: Street): readonly Segment[] {
    const { streetSegmentStart, streetSegments } = this.sections;
    const segments: Segment[] = [];
    const end = streetSegmentStart[street + 1] ?? 0;
    for (let index = streetSegmentStart[street] ?? 0; index < end; index++)
      segments.push(streetSegments[index] ?? 0);
    return segments;
  }

  segmentsFormerlyAt(postcode: PostcodeCode): readonly Segment[] {
    const { formerPostcode, formerSegment } = this.sections;
    return findRange(formerPostcode, postcode, 0, formerPostcode.length).map(
      (row) => formerSegment[row] ?? 0,
    );
  }

  streetOf(segment: Segment): Street {
    return this.sections.segmentStreet[segment] ?? 0;
  }

  postcodeOf(segment: Segment): PostcodeCode {
    const { districtSegmentStart, segmentLetters } = this.sections;
    if (segment >= (districtSegmentStart[NO_POSTCODE_DISTRICT] ?? 0)) return 0;
    // The last district that begins at or before the segment; empty districts begin where the next one does.
    const district = findFirst(DISTRICTS, (one) => (districtSegmentStart[one] ?? 0) > segment) - 1;
    return district * LETTERS + (segmentLetters[segment] ?? 0);
  }

  positionOf(segment: Segment): Position | null {
    const latitude = this.sections.segmentLatitude[segment] ?? 0;
    if (latitude === 0) return null;
    return { latitude: latitude / MICRO, longitude: (this.sections.segmentLongitude[segment] ?? 0) / MICRO };
  }

  hasNumber(segment: Segment, houseNumber: number): boolean {
    return this.runWith(segment, houseNumber) >= 0;
  }

  additionsOf(segment: Segment, houseNumber: number): readonly string[] | null {
    const run = this.runWith(segment, houseNumber);
    if (run < 0 || !additionsKnownIn(this.sections.runHead[run] ?? 0)) return null;
    const { segmentAdditionStart, additionNumber, additionSet, setStart, setMember } = this.sections;
    const from = segmentAdditionStart[segment] ?? 0;
    const [row] = findRange(additionNumber, houseNumber, from, segmentAdditionStart[segment + 1] ?? 0);
    if (row === undefined) return [''];
    const set = additionSet[row] ?? 0;
    return Array.from(setMember.subarray(setStart[set], setStart[set + 1]), (text) =>
      this.additionTexts.text(text),
    );
  }

  numberRanges(segment: Segment): readonly NumberRange[] {
    const { segmentRunStart, runHead, runLength } = this.sections;
    const ranges: NumberRange[] = [];
    for (let run = segmentRunStart[segment] ?? 0; run < (segmentRunStart[segment + 1] ?? 0); run++) {
      const first = runStartOf(runHead[run] ?? 0);
      const step = runStepOf(runHead[run] ?? 0);
      ranges.push({ first, last: first + step * ((runLength[run] ?? 1) - 1), step });
    }
    return ranges.sort((a, b) => a.first - b.first);
  }

  countNumbers(segment: Segment): number {
    const { segmentRunStart, runLength } = this.sections;
    const end = segmentRunStart[segment + 1] ?? 0;
    let count = 0;
    for (let run = segmentRunStart[segment] ?? 0; run < end; run++) count += runLength[run] ?? 0;
    return count;
  }

  isUnderInvestigation(segment: Segment, houseNumber: number): boolean {
    const { investigatedStreet, investigatedSegment, investigatedNumber } = this.sections;
    if (investigatedStreet.length > 0) {
      const street = this.streetOf(segment);
      if (findRange(investigatedStreet, street, 0, investigatedStreet.length).length > 0) return true;
    }
    if (investigatedSegment.length === 0) return false;
    const rows = findRange(investigatedSegment, segment, 0, investigatedSegment.length);
    return rows.some((row) => investigatedNumber[row] === houseNumber);
  }

  streetName(street: Street): string {
    return this.names.text(this.sections.streetName[street] ?? 0);
  }

  streetKey(street: Street): string {
    return this.index.key(street);
  }

  otherNames(street: Street): readonly OtherName[] {
    const { otherNameStreet, otherNameName, otherNameKey, otherNameKind } = this.sections;
    if (otherNameStreet.length === 0) return [];
    return findRange(otherNameStreet, street, 0, otherNameStreet.length).map((row) => ({
      name: this.names.text(otherNameName[row] ?? 0),
      key: this.index.keyText(otherNameKey[row] ?? 0),
      kind: OTHER_NAME_KINDS[otherNameKind[row] ?? 0] ?? 'short',
    }));
  }

  placeOf(street: Street): Place {
    return this.sections.streetPlace[street] ?? 0;
  }

  placeName(place: Place): string {
    return this.placeNames[place] ?? '';
  }

  findPlaces(city: string): readonly Place[] {
    const known = this.placesByName.get(city);
    if (known !== undefined) return known;
    const typed = parseCity(city);
    const named = this.placesByBase.get(typed.base) ?? [];
    const places = named.filter((place) => isSameCity(typed, this.cityNames[place] ?? typed));
    // Only official names are remembered, so that what people type does not pile up.
    if (named.some((place) => this.placeName(place) === city)) this.placesByName.set(city, places);
    return places;
  }

  placesOfDistrict(digits: number): readonly Place[] {
    const known = this.districtPlaces.get(digits);
    if (known !== undefined) return known;
    const { districtSegmentStart, segmentStreet, streetPlace } = this.sections;
    const streets = segmentStreet.subarray(districtSegmentStart[digits], districtSegmentStart[digits + 1]);
    const places = [...new Set(Array.from(streets, (street) => streetPlace[street] ?? 0))];
    this.districtPlaces.set(digits, places);
    return places;
  }

  findStreets(place: Place, typed: TypedStreet): readonly FoundStreet[] {
    return this.index.findByKey(place, typed);
  }

  findSimilarStreets(place: Place, typed: TypedStreet, mostEdits = MOST_EDITS): readonly FoundStreet[] {
    return this.index.findSimilar(place, typed, mostEdits);
  }

  findStreetsByPrefix(place: Place | null, keyPrefix: string, limit: number): readonly Street[] {
    return this.index.findByPrefix(place, keyPrefix, limit);
  }

  /** The run of a segment that holds a house number, -1 where none does. */
  private runWith(segment: Segment, houseNumber: number): number {
    const { segmentRunStart, runHead, runLength } = this.sections;
    const end = segmentRunStart[segment + 1] ?? 0;
    for (let run = segmentRunStart[segment] ?? 0; run < end; run++) {
      const head = runHead[run] ?? 0;
      const offset = houseNumber - runStartOf(head);
      const step = runStepOf(head);
      if (offset >= 0 && offset < step * (runLength[run] ?? 0) && offset % step === 0) return run;
    }
    return -1;
  }
}
