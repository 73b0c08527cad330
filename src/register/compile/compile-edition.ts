import type { EditionCounts, Sections } from '../edition/edition-format';
import { compileAdditions } from './compile-additions';
import { compileSegments } from './compile-segments';
import { NO_POSTCODE_DISTRICT } from '../edition/districts';
import { compileStreets } from './compile-streets';
import type { RegisterBuilder } from './register-builder';
import { HOUSE_NUMBER_SPAN } from './register-builder';

/** All that was collected, as the sections of an edition. The same addresses give the same bytes in any order. */
export function compileEdition(builder: RegisterBuilder): { sections: Sections; counts: EditionCounts } {
  const streets = compileStreets(builder);
  const segments = compileSegments(builder, streets.rank);
  const additions = compileAdditions(builder, segments);
  const sections: Sections = {
    ...streets.sections,
    ...segments.sections,
    ...additions,
    ...formerPostcodes(builder, segments.rank),
    ...investigatedNumbers(builder, segments.rank),
  };
  return { sections, counts: count(builder, sections) };
}

function count(builder: RegisterBuilder, sections: Sections): EditionCounts {
  const withoutPostcode = sections.districtSegmentStart[NO_POSTCODE_DISTRICT] ?? 0;
  return {
    places: builder.places.length,
    streets: builder.streets.length,
    postcodes: new Set(builder.segments.map(({ postcode }) => postcode).filter(Boolean)).size,
    segments: builder.segments.length,
    houseNumbers: houseNumbersFrom(sections, 0),
    addresses: addressesFrom(sections, 0),
    addressesWithoutPostcode: addressesFrom(sections, withoutPostcode),
  };
}

/** Distinct house numbers of a segment and all behind it. */
function houseNumbersFrom({ segmentRunStart, runLength }: Sections, segment: number): number {
  return runLength.subarray(segmentRunStart[segment]).reduce((sum, length) => sum + length, 0);
}

/** House numbers, and what additions each has beside the first. */
function addressesFrom(sections: Sections, segment: number): number {
  const { segmentAdditionStart, additionSet, setStart } = sections;
  const moreThanOne = (sum: number, set: number) => sum + (setStart[set + 1] ?? 0) - (setStart[set] ?? 0) - 1;
  const sets = additionSet.subarray(segmentAdditionStart[segment]);
  return houseNumbersFrom(sections, segment) + sets.reduce(moreThanOne, 0);
}

function formerPostcodes(builder: RegisterBuilder, rank: Uint32Array) {
  const rows = [...builder.formerPostcodes.values()]
    .flatMap(({ former, street, current }) => {
      const segment = builder.findSegment(street, current);
      return segment === undefined ? [] : [{ former, segment: rank[segment] ?? 0 }];
    })
    .sort((a, b) => a.former - b.former || a.segment - b.segment);
  return {
    formerPostcode: Uint32Array.from(rows, ({ former }) => former),
    formerSegment: Uint32Array.from(rows, ({ segment }) => segment),
  };
}

function investigatedNumbers(builder: RegisterBuilder, rank: Uint32Array) {
  const ranked = Float64Array.from(builder.investigated, (number) => {
    const segment = Math.floor(number / HOUSE_NUMBER_SPAN);
    return (rank[segment] ?? 0) * HOUSE_NUMBER_SPAN + (number % HOUSE_NUMBER_SPAN);
  }).sort();
  return {
    investigatedSegment: Uint32Array.from(ranked, (number) => Math.floor(number / HOUSE_NUMBER_SPAN)),
    investigatedNumber: Uint32Array.from(ranked, (number) => number % HOUSE_NUMBER_SPAN),
  };
}
