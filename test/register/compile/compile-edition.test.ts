import fc from 'fast-check';
import { parsePostcode } from '../../../src/register/names/postcode';
import type { RegisterSink } from '../../../src/register/sources/register-sink';
import { typedStreet } from '../../../src/register/names/street-match';
import { editionBytes, editionOf } from '../../support/edition-of';
import { fact, PLACES, POSTCODES, segmentText, STREETS } from '../../support/facts';

type Delivery = (sink: RegisterSink) => void;
const code = (text: string) => parsePostcode(text) ?? 0;

const address = fact.map(({ place, street, ...rest }): Delivery => (sink) => {
  sink.address({ street: sink.street(sink.place(place), street), ...rest });
});
const formerName = fc
  .tuple(
    fc.constantFrom(...PLACES),
    fc.constantFrom(...STREETS),
    fc.constantFrom('Oudestraat', 'Spoorweg', 'Kerkpad'),
  )
  .map(([place, street, name]): Delivery => (sink) => {
    sink.formerStreetName(sink.street(sink.place(place), street), name);
  });
const shortName = fc
  .tuple(fc.constantFrom(...STREETS), fc.constantFrom('Kerkstr', 'Krkwg'))
  .map(([street, short]): Delivery => (sink) => {
    sink.street(sink.place('Zilverwaard'), street, { shortName: short });
  });
const formerPostcode = fc
  .tuple(fc.constantFrom(...STREETS), fc.constantFrom(...POSTCODES), fc.constantFrom(...POSTCODES))
  .map(([street, former, current]): Delivery => (sink) => {
    sink.formerPostcode(former, sink.street(sink.place('Zilverwaard'), street), current);
  });
const position = fc
  .tuple(
    fc.constantFrom(...POSTCODES),
    fc.double({ min: 50, max: 54, noNaN: true }),
    fc.double({ min: 3, max: 8, noNaN: true }),
  )
  .map(([postcode, latitude, longitude]): Delivery => (sink) => {
    sink.position(sink.street(sink.place('Zilverwaard'), 'Kerkstraat'), postcode, latitude, longitude);
  });
const deliveries = fc.array(fc.oneof(address, formerName, shortName, formerPostcode, position), {
  minLength: 1,
  maxLength: 80,
});

test('the same deliveries in any order make the same bytes', () => {
  const shuffled = deliveries.chain((told) =>
    fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length })),
  );
  fc.assert(
    fc.property(shuffled, ([told, other]) => {
      const bytes = editionBytes((sink) => told.forEach((one) => one(sink)));
      expect(
        Buffer.compare(
          bytes,
          editionBytes((sink) => other.forEach((one) => one(sink))),
        ),
      ).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('two places of one name stay two by their official ids, in whatever order they come', () => {
  const places: Delivery[] = ['1111', '2222'].map((id) => (sink) => {
    const street = sink.street(sink.place('Bergen', id), `Straat ${id}`);
    sink.address({ street, postcode: code('8951AA'), houseNumber: 1, addition: null });
  });
  const edition = editionOf((sink) => places.forEach((one) => one(sink)));
  expect(edition.findPlaces('Bergen')).toHaveLength(2);
  expect(editionBytes((sink) => places.forEach((one) => one(sink)))).toEqual(
    editionBytes((sink) => [...places].reverse().forEach((one) => one(sink))),
  );
});

describe('other names of a street', () => {
  const edition = editionOf((sink) => {
    const place = sink.place('Zilverwaard');
    const street = sink.street(place, 'Burgemeester Van Tilstraat', { shortName: 'Burg v Tilstr' });
    sink.address({ street, postcode: code('8955BT'), houseNumber: 3, addition: '' });
    sink.formerStreetName(street, 'Spoorstraat');
    sink.formerStreetName(street, 'Spoorstraat');
    sink.formerStreetName(street, 'burgemeester van tilstraat');
    sink.formerPostcode(code('8956ZZ'), street, code('8955BT'));
    sink.formerPostcode(code('8956ZZ'), street, code('8999ZZ'));
  });
  const [place = -1] = edition.findPlaces('Zilverwaard');

  test('are kept once, and not where they are the present name in other letters', () => {
    const [street = -1] = edition.findStreetsByPrefix(place, 'burg', 2);
    expect(edition.otherNames(street)).toEqual([
      expect.objectContaining({ kind: 'former', name: 'Spoorstraat', key: 'spoorstraat' }),
    ]);
  });

  test('find the street under its former name', () => {
    const [found] = edition.findStreets(place, typedStreet('Spoorstr.'));
    expect(found?.by).toEqual({ kind: 'former', name: 'Spoorstraat', key: 'spoorstraat' });
    expect(edition.streetName(found?.street ?? -1)).toBe('Burgemeester Van Tilstraat');
  });

  test('a former postcode leads to where its addresses lie now, and nowhere where those are gone', () => {
    const segments = edition.segmentsFormerlyAt(code('8956ZZ'));
    expect(segments.map((segment) => segmentText(edition, segment))).toEqual([
      `Burgemeester Van Tilstraat, ${code('8955BT')}, Zilverwaard`,
    ]);
  });
});

test('a position is the mean of those of a street and postcode, and null where there is none', () => {
  const edition = editionOf((sink) => {
    const street = sink.street(sink.place('Zilverwaard'), 'Kerkstraat');
    for (const postcode of [code('8951AA'), code('8951AB')])
      sink.address({ street, postcode, houseNumber: 1, addition: null });
    sink.position(street, code('8951AA'), 52.5, 5.25);
    sink.position(street, code('8951AA'), 52.500002, 5.250004);
    sink.position(street, code('8951AA'), Number('52,5'), 5.25);
  });
  const [located = -1, other = -1] = [code('8951AA'), code('8951AB')].flatMap((one) =>
    edition.segmentsAt(one),
  );
  expect(edition.positionOf(located)).toEqual({ latitude: 52.500001, longitude: 5.250002 });
  expect(edition.positionOf(other)).toBeNull();
});

test('a house number outside 1–99999 is left out and counted', () => {
  const edition = editionOf((sink) => {
    const street = sink.street(sink.place('Zilverwaard'), 'Kerkstraat');
    for (const houseNumber of [0, -1, 1.5, Number.NaN, 100_000, 1, 99_999])
      sink.address({ street, postcode: code('8951AA'), houseNumber, addition: null });
  });
  expect(edition.info.counts.houseNumbers).toBe(2);
});
