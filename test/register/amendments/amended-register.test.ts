import fc from 'fast-check';
import { amend } from '../../../src/register/amendments/amended-register';
import type { Amendment } from '../../../src/register/amendments/amendment';
import { fold } from '../../../src/register/names/fold';
import type { NumberRange, Register, Segment } from '../../../src/register/edition/register';
import type { RegisterSink } from '../../../src/register/sources/register-sink';
import { typedStreet } from '../../../src/register/names/street-match';
import { editionOf } from '../../support/edition-of';
import {
  allSegments,
  deliver,
  fact,
  facts,
  PLACES,
  POSTCODES,
  segmentText,
  STREETS,
} from '../../support/facts';
import type { Fact } from '../../support/facts';

const later = 2_000;
const now = 1_000;
const onStreet = {
  place: fc.constantFrom(...PLACES),
  street: fc.constantFrom(...STREETS, 'Nieuwe Laan'),
  expiresAtMs: fc.constant(later),
};

const numbered = fact.map(({ place, postcode, houseNumber, addition }) => ({
  place,
  postcode: postcode === 0 ? null : postcode,
  houseNumber,
  addition,
  expiresAtMs: later,
}));
const street = fc.constantFrom(...STREETS, 'Nieuwe Laan');
const amendment: fc.Arbitrary<Amendment> = fc.oneof(
  fc.record({
    ...onStreet,
    kind: fc.constant('street' as const),
    postcode: fc.constant(null),
    houseNumber: fc.constant(null),
    addition: fc.constant(null),
  }),
  fc.tuple(numbered, street).map(([rest, name]) => ({ ...rest, kind: 'street' as const, street: name })),
  fc.tuple(numbered, street).map(([rest, name]) => ({ ...rest, kind: 'number' as const, street: name })),
  fc.record({
    ...onStreet,
    kind: fc.constant('former_name' as const),
    formerName: fc.constantFrom('Oude Laan', 'Spoorstraat'),
  }),
);

/** Delivers the facts and, as facts of their own, the amendments of places and streets that are there. */
function deliverAll(sink: RegisterSink, told: readonly Fact[], amendments: readonly Amendment[]): void {
  const places = new Set(told.map(({ place }) => place));
  const streetText = (one: { place: string; street: string }) => `${one.place}/${fold(one.street)}`;
  const streets = new Set([...told, ...amendments.filter(({ kind }) => kind === 'street')].map(streetText));
  deliver(sink, told);
  for (const one of amendments.filter((each) => places.has(each.place) && streets.has(streetText(each)))) {
    const id = sink.street(sink.place(one.place), one.street);
    if (one.kind === 'former_name') sink.formerStreetName(id, one.formerName);
    else if (one.houseNumber !== null)
      sink.address({
        street: id,
        postcode: one.postcode ?? 0,
        houseNumber: one.houseNumber,
        addition: one.addition,
      });
  }
}

const numbers = Array.from({ length: 41 }, (_, number) => number).concat(98_765, 99_999);

function expand({ first, last, step }: NumberRange): number[] {
  return Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step);
}

/** All that a register says, in words that do not hang on its numbering. */
function describeAll(register: Register) {
  const segment = (one: Segment) => fold(segmentText(register, one));
  const streetName = (one: number) => fold(register.streetName(one));
  const places = PLACES.flatMap((name) => register.findPlaces(name));
  const typed = [...STREETS, 'Nieuwe Laan', 'Niewe Laan', 'Kerkstaat', 'Oude Laan', 'Spoorstr'].map(
    typedStreet,
  );
  const found = (
    of: (
      place: number,
      text: (typeof typed)[0],
    ) => Register['findStreets'] extends (...args: never) => infer R ? R : never,
  ) =>
    places.map((place) =>
      typed.map((text) =>
        of(place, text)
          .map((one) =>
            [streetName(one.street), one.match.level, one.match.edits, one.by?.name ?? null].join(),
          )
          .sort(),
      ),
    );
  return {
    segments: allSegments(register)
      .map((one) => [
        segment(one),
        numbers.filter((number) => register.hasNumber(one, number)),
        numbers.map((number) => register.additionsOf(one, number)),
        register.numberRanges(one).flatMap(expand).sort(),
        numbers.filter((number) => register.isUnderInvestigation(one, number)),
        register.positionOf(one),
        register
          .otherNames(register.streetOf(one))
          .map(({ name }) => name)
          .sort(),
      ])
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    atPostcodes: POSTCODES.map((postcode) => register.segmentsAt(postcode).map(segment).sort()),
    districts: [1000, 8951, 9999].map((digits) =>
      register
        .placesOfDistrict(digits)
        .map((place) => register.placeName(place))
        .sort(),
    ),
    byKey: found((place, text) => register.findStreets(place, text)),
    similar: found((place, text) => register.findSimilarStreets(place, text)),
    byPrefix: ['', 'kerk', 'n', 'zz'].map((prefix) =>
      register.findStreetsByPrefix(null, prefix, 5).map((one) => register.streetKey(one)),
    ),
  };
}

test('an amended edition says what an edition built with the same facts says', () => {
  // Where additions are not known they stay so: an amendment of one addition does not make the others wrong.
  const knowing = facts.map((told) => told.map((one) => ({ ...one, addition: one.addition ?? '' })));
  fc.assert(
    fc.property(knowing, fc.array(amendment, { maxLength: 12 }), (told, amendments) => {
      const amended = amend(
        editionOf((sink) => deliver(sink, told)),
        amendments,
        now,
      );
      const built = editionOf((sink) => deliverAll(sink, told, amendments));
      expect(describeAll(amended)).toEqual(describeAll(built));
    }),
    { numRuns: 200 },
  );
});

describe('beside that', () => {
  const told: Fact[] = [
    {
      place: 'Zilverwaard',
      street: 'Kerkstraat',
      postcode: POSTCODES[0]!,
      houseNumber: 1,
      addition: null,
      underInvestigation: false,
    },
  ];
  const edition = editionOf((sink) => deliver(sink, told));
  const base = { place: 'Zilverwaard', street: 'Kerkstraat', postcode: POSTCODES[0]!, expiresAtMs: later };

  test('without amendments in force, the register is used as it is', () => {
    const expired: Amendment = { ...base, kind: 'number', houseNumber: 3, addition: null, expiresAtMs: now };
    expect(amend(edition, [], now)).toBe(edition);
    expect(amend(edition, [expired], now)).toBe(edition);
    expect(amend(edition, [expired], now - 1)).not.toBe(edition);
  });

  test('additions that are not known stay so, whatever is added', () => {
    const amended = amend(edition, [{ ...base, kind: 'number', houseNumber: 1, addition: 'A' }], now);
    expect(amended.additionsOf(amended.segmentsAt(POSTCODES[0]!)[0]!, 1)).toBeNull();
  });

  test('a new street with a postcode and no number yet is found at it', () => {
    const added: Amendment = {
      ...base,
      kind: 'street',
      street: 'Nieuwe Laan',
      postcode: POSTCODES[2]!,
      houseNumber: null,
      addition: null,
    };
    const amended = amend(edition, [added, added], now);
    const segments = amended.segmentsAt(POSTCODES[2]!);
    expect(segments.map((one) => amended.streetName(amended.streetOf(one)))).toEqual(['Nieuwe Laan']);
    expect(amended.numberRanges(segments[0]!)).toEqual([]);
  });
});
