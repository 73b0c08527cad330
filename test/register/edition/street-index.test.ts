import fc from 'fast-check';
import { matchStreet, matchRank, typedStreet } from '../../../src/register/names/street-match';
import { parsePostcode } from '../../../src/register/names/postcode';
import { editionOf } from '../../support/edition-of';
import { times } from '../../support/times';

const NAMES = [
  'Kerkstraat',
  'Kerkweg',
  'Kerkpad',
  'Burgemeester Van Tilstraat',
  'Burgemeester de Vriesstraat',
  'Prinses Beatrixlaan',
  'J.P. Sterkplein',
  "'t Zilverhof",
  'Botter 40',
  'Botter 41',
  'Ludwig van Beethovenlaan',
  '1e Sluisdwarsstraat',
  '2e Sluisdwarsstraat',
  'Renéstraat',
  'Âlde Leane',
  'Lange Nieuwstraat',
];

const edition = editionOf((sink) => {
  const place = sink.place('Zilverwaard');
  for (const name of NAMES) {
    const street = sink.street(place, name);
    sink.address({ street, postcode: parsePostcode('8951AB') ?? 0, houseNumber: 1, addition: null });
    if (name === 'Kerkpad') sink.formerStreetName(street, 'Spoorwegstraat');
  }
});
const [place = -1] = edition.findPlaces('Zilverwaard');

/** Every name by its key, as the edition has them. */
const keys = edition
  .findStreetsByPrefix(place, '', 100)
  .flatMap((street) => [
    [edition.streetName(street), edition.streetKey(street)] as const,
    ...edition.otherNames(street).map(({ name, key }) => [name, key] as const),
  ]);

/** A name with a few letters dropped, doubled or swapped, a word left out or shortened. */
const misspelt = fc
  .tuple(
    fc.constantFrom(...NAMES, 'Spoorwegstraat'),
    fc.array(fc.tuple(fc.nat(4), fc.nat(40)), { maxLength: 3 }),
  )
  .map(([name, changes]) =>
    changes.reduce((text, [kind, at]) => {
      const place = at % (text.length + 1);
      if (kind === 0) return text.slice(0, place) + text.slice(place + 1);
      if (kind === 1) return text.slice(0, place) + text.charAt(place) + text.slice(place);
      if (kind === 2)
        return (
          text.slice(0, place) +
          text
            .slice(place, place + 2)
            .split('')
            .reverse()
            .join('') +
          text.slice(place + 2)
        );
      const words = text.split(' ');
      if (kind === 3) return words.filter((_, index) => index !== at % words.length).join(' ');
      return words
        .map((word, index) => (index === at % words.length ? `${word.slice(0, 3)}.` : word))
        .join(' ');
    }, name),
  );

test('the filter before the comparison loses no street that the comparison would find', () => {
  fc.assert(
    fc.property(misspelt, (text) => {
      const typed = typedStreet(text);
      const matching = keys.flatMap(([name, key]) => {
        const match = matchStreet(typed, key);
        return match === null || match.level === 'key' ? [] : [`${name}: ${match.level} ${match.edits}`];
      });
      // Weak matches are looked for only where there is no better one.
      const strong = matching.filter((text) => !text.includes(': weak'));
      const expected = strong.length > 0 ? strong : matching;
      const found = edition
        .findSimilarStreets(place, typed)
        .map(
          ({ street, by, match }) =>
            `${by?.name ?? edition.streetName(street)}: ${match.level} ${match.edits}`,
        );
      expect(found.sort()).toEqual(expected.sort());
    }),
    times(2_000),
  );
});

test('what is found comes strongest first', () => {
  fc.assert(
    fc.property(misspelt, (text) => {
      const ranks = edition.findSimilarStreets(place, typedStreet(text)).map(({ match }) => matchRank(match));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }),
  );
});
