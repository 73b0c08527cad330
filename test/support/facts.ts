import fc from 'fast-check';
import { fold } from '../../src/register/names/fold';
import { parsePostcode } from '../../src/register/names/postcode';
import type { Register, Segment } from '../../src/register/edition/register';
import type { RegisterSink } from '../../src/register/sources/register-sink';

/** One address as a list would tell it: the naive model of a register is an array of these. */
export interface Fact {
  place: string;
  street: string;
  postcode: number;
  houseNumber: number;
  addition: string | null;
  underInvestigation: boolean;
}

export const PLACES = ['Zilverwaard', 'Bergen (NH)', 'Bergen (L)', 'Hengelo (Gld)'];
// "De Kar" and "de Kar" are one street; the two Dorpsstraat and the Kerk… share beginnings of keys.
export const STREETS = [
  'Kerkstraat',
  'Kerkweg',
  'Kerkpad',
  'Dorpsstraat',
  'De Kar',
  'de Kar',
  "'t Hof",
  'Botter 40',
];
export const POSTCODES = ['8951AA', '8951AB', '8951ZZ', '8960AA', '1000AA', '9999XX'].map(
  (text) => parsePostcode(text) ?? 0,
);

export const fact: fc.Arbitrary<Fact> = fc.record({
  place: fc.constantFrom(...PLACES),
  street: fc.constantFrom(...STREETS),
  postcode: fc.constantFrom(0, ...POSTCODES),
  houseNumber: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) },
    fc.constantFrom(98_765, 99_999),
  ),
  addition: fc.constantFrom(null, '', 'A', 'B', 'II', 'bis-2'),
  underInvestigation: fc.boolean(),
});

export const facts = fc.array(fact, { minLength: 1, maxLength: 120 });

export function deliver(sink: RegisterSink, told: readonly Fact[]): void {
  for (const { place, street, ...address } of told) {
    sink.address({ street: sink.street(sink.place(place), street), ...address });
  }
}

/** The spelling that a street goes by: of those alike but for case, the one with small letters. */
export function spelling(street: string): string {
  return (
    STREETS.filter((other) => fold(other) === fold(street))
      .sort()
      .at(-1) ?? street
  );
}

/** "Kerkstraat, 8951AA-code, Zilverwaard": what a segment is, whatever its number in this or that register. */
export function segmentText(register: Register, segment: Segment): string {
  const street = register.streetOf(segment);
  return [
    register.streetName(street),
    register.postcodeOf(segment),
    register.placeName(register.placeOf(street)),
  ].join(', ');
}

/** Every segment of a register, found by way of its places and streets. */
export function allSegments(register: Register): Segment[] {
  return PLACES.flatMap((name) => register.findPlaces(name))
    .filter((place, index, places) => places.indexOf(place) === index)
    .flatMap((place) => register.findStreetsByPrefix(place, '', 1_000))
    .flatMap((street) => register.segmentsOf(street));
}
