import fc from 'fast-check';
import { streetKey } from '../../../src/register/names/street-name';
import { typedStreet } from '../../../src/register/names/street-match';
import type { Edition } from '../../../src/register/edition/edition';
import type { NumberRange, Segment } from '../../../src/register/edition/register';
import { editionOf } from '../../support/edition-of';
import {
  allSegments,
  deliver,
  facts,
  PLACES,
  POSTCODES,
  segmentText,
  spelling,
  STREETS,
} from '../../support/facts';
import type { Fact } from '../../support/facts';
import { times } from '../../support/times';

const numbers = Array.from({ length: 42 }, (_, number) => number).concat(98_765, 99_999);

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)].sort();
}

/** The same facts with every street under the one spelling it goes by. */
function inOneSpelling(told: readonly Fact[]): Fact[] {
  const used = new Set(told.map(({ place, street }) => `${place}/${street}`));
  return told.map((one) => {
    const other = spelling(one.street);
    return used.has(`${one.place}/${other}`) ? { ...one, street: other } : one;
  });
}

function onSegment(told: readonly Fact[], edition: Edition, segment: Segment): Fact[] {
  const text = segmentText(edition, segment);
  return told.filter(({ street, postcode, place }) => `${street}, ${postcode}, ${place}` === text);
}

function expand({ first, last, step }: NumberRange): number[] {
  return Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step);
}

function forAnyRegister(holds: (edition: Edition, told: Fact[]) => void): void {
  fc.assert(
    fc.property(facts, (told) => {
      holds(
        editionOf((sink) => deliver(sink, told)),
        inOneSpelling(told),
      );
    }),
    times(150),
  );
}

describe('an edition agrees with a scan of the list it was made of', () => {
  test('on the streets of each postcode, and of none', () => {
    forAnyRegister((edition, told) => {
      for (const postcode of POSTCODES) {
        const expected = told.filter((one) => one.postcode === postcode);
        expect(
          edition
            .segmentsAt(postcode)
            .map((segment) => segmentText(edition, segment))
            .sort(),
        ).toEqual(distinct(expected.map(({ street, place }) => `${street}, ${postcode}, ${place}`)));
      }
      const segments = allSegments(edition);
      expect(segments.map((segment) => segmentText(edition, segment)).sort()).toEqual(
        distinct(told.map(({ street, postcode, place }) => `${street}, ${postcode}, ${place}`)),
      );
    });
  });

  test('on house numbers, one by one and as ranges', () => {
    forAnyRegister((edition, told) => {
      for (const segment of allSegments(edition)) {
        const registered = distinct(onSegment(told, edition, segment).map(({ houseNumber }) => houseNumber));
        expect(numbers.filter((number) => edition.hasNumber(segment, number)).sort()).toEqual(registered);
        expect(edition.numberRanges(segment).flatMap(expand).sort()).toEqual(registered);
      }
    });
  });

  test('on additions: where one source knows them, it wins over one that does not', () => {
    forAnyRegister((edition, told) => {
      for (const segment of allSegments(edition)) {
        for (const number of numbers) {
          const known = onSegment(told, edition, segment)
            .filter(({ houseNumber }) => houseNumber === number)
            .flatMap(({ addition }) => (addition === null ? [] : [addition]));
          const additions = edition.additionsOf(segment, number);
          expect(additions).toEqual(known.length === 0 ? null : distinct(known));
        }
      }
    });
  });

  test('on what is under investigation', () => {
    forAnyRegister((edition, told) => {
      for (const segment of allSegments(edition)) {
        const under = onSegment(told, edition, segment).filter(
          ({ underInvestigation }) => underInvestigation,
        );
        const found = numbers.filter((number) => edition.isUnderInvestigation(segment, number));
        expect(found.sort()).toEqual(distinct(under.map(({ houseNumber }) => houseNumber)));
      }
    });
  });

  test('on the counts in its header', () => {
    forAnyRegister(({ info: { counts } }, told) => {
      const one = ({ street, place, postcode, houseNumber }: Fact) =>
        [street, place, postcode, houseNumber].join();
      const knowing = new Set(told.filter(({ addition }) => addition !== null).map(one));
      const addresses = (list: Fact[]) =>
        distinct(
          list
            .filter((fact) => fact.addition !== null || !knowing.has(one(fact)))
            .map((fact) => `${one(fact)},${fact.addition ?? '?'}`),
        ).length;
      expect(counts).toEqual({
        places: distinct(told.map(({ place }) => place)).length,
        streets: distinct(told.map(({ street, place }) => `${street}, ${place}`)).length,
        postcodes: distinct(told.map(({ postcode }) => postcode)).filter(Boolean).length,
        segments: distinct(told.map(({ street, place, postcode }) => [street, place, postcode].join()))
          .length,
        houseNumbers: distinct(told.map(one)).length,
        addresses: addresses(told),
        addressesWithoutPostcode: addresses(told.filter(({ postcode }) => postcode === 0)),
      });
    });
  });

  test('on streets by key and by the beginning of their key', () => {
    forAnyRegister((edition, told) => {
      for (const place of PLACES.flatMap((name) => edition.findPlaces(name))) {
        const placeName = edition.placeName(place);
        const streets = distinct(told.filter((one) => one.place === placeName).map(({ street }) => street));
        for (const typed of STREETS) {
          const found = edition.findStreets(place, typedStreet(typed));
          expect(found.map(({ street }) => edition.streetName(street))).toEqual(
            streets.filter((street) => streetKey(street) === streetKey(typed)),
          );
        }
        for (const prefix of ['', 'k', 'kerk', 'kerkst', 'zzz']) {
          const keys = edition
            .findStreetsByPrefix(place, prefix, 3)
            .map((street) => edition.streetKey(street));
          const expected = streets.map(streetKey).filter((key) => key.startsWith(prefix));
          expect(keys).toEqual(expected.sort().slice(0, 3));
        }
      }
      const everywhere = edition
        .findStreetsByPrefix(null, 'kerk', 100)
        .map((street) => edition.streetKey(street));
      expect(everywhere).toEqual(
        distinct(told.map(({ street, place }) => `${streetKey(street)}|${place}`))
          .filter((text) => text.startsWith('kerk'))
          .map((text) => text.split('|')[0]),
      );
    });
  });

  test('on the places that a district reaches into', () => {
    forAnyRegister((edition, told) => {
      for (const district of [1000, 8951, 8960, 9999, 1234]) {
        const expected = told.filter(({ postcode }) => Math.floor(postcode / 676) === district);
        expect(
          edition
            .placesOfDistrict(district)
            .map((place) => edition.placeName(place))
            .sort(),
        ).toEqual(distinct(expected.map(({ place }) => place)));
      }
    });
  });
});
