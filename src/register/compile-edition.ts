import type { EditionCounts, Sections } from './edition-format';
import { compileAdditions } from './compile-additions';
import type { CompiledSegments } from './compile-segments';
import { compileSegments } from './compile-segments';
import { NO_POSTCODE_DISTRICT } from './districts';
import { compileStreets } from './compile-streets';
import type { RegisterBuilder } from './register-builder';
import { HOUSE_NUMBER_SPAN, NUMBER_SEEN, SEEN_SPAN } from './register-builder';

/** All that was collected, as the sections of an edition. The same addresses give the same bytes in any order. */
export function compileEdition(builder: RegisterBuilder): { sections: Sections; counts: EditionCounts } {
  const streets = compileStreets(builder);
  const segments = compileSegments(builder, streets.rank);
  const additions = compileAdditions(builder, segments);
  const sections: Sections = {
    ...streets.sections,
    ...segments.sections,
    ...additions.sections,
    ...formerPostcodes(builder, segments.rank),
    ...investigatedNumbers(builder, segments.rank),
  };
  const counts = {
    places: builder.places.length,
    streets: builder.streets.length,
    postcodes: new Set(builder.segments.map(({ postcode }) => postcode).filter(Boolean)).size,
    segments: builder.segments.length,
    houseNumbers: segments.houseNumbers,
    addresses: segments.houseNumbers + additions.additions,
    addressesWithoutPostcode: countWithoutPostcode(builder, segments, sections),
  };
  return { sections, counts };
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

/** Distinct bare numbers and additions of the segments that have no postcode. */
function countWithoutPostcode(
  builder: RegisterBuilder,
  { rank }: CompiledSegments,
  sections: Sections,
): number {
  const first = sections.districtSegmentStart[NO_POSTCODE_DISTRICT] ?? 0;
  const without = (number: number) => (rank[Math.floor(number / HOUSE_NUMBER_SPAN)] ?? 0) >= first;
  const addresses = new Set<number | bigint>();
  for (const packed of builder.numbers.view()) {
    const isBare = packed % SEEN_SPAN !== NUMBER_SEEN.withAddition;
    if (isBare && without(Math.floor(packed / SEEN_SPAN))) addresses.add(Math.floor(packed / SEEN_SPAN));
  }
  for (const packed of builder.numberAdditions.view())
    if (without(Number(packed >> 24n))) addresses.add(packed);
  return addresses.size;
}
